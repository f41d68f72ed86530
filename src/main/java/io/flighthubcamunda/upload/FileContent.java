package io.flighthubcamunda.upload;

import io.flighthubcamunda.imageset.ImageSource;
import io.flighthubcamunda.imageset.SourceFile;
import io.flighthubcamunda.storage.ObjectContent;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * A file of an image set, or a part of it, as what the store takes. Remembers that the file could
 * not be read, for the store's client tells that no different from a broken connection.
 */
final class FileContent implements ObjectContent {

  private final ImageSource images;
  private final SourceFile file;
  private final long begin;
  private final long length;
  private final MessageDigest digest;
  private volatile IOException unreadable;
  private volatile long delivered;

  /**
   * @param begin first byte of the part
   * @param length bytes of the part
   * @param digest begins anew whenever the content is opened
   */
  FileContent(ImageSource images, SourceFile file, long begin, long length, MessageDigest digest) {
    this.images = images;
    this.file = file;
    this.begin = begin;
    this.length = length;
    this.digest = digest;
  }

  @Override
  public long length() {
    return length;
  }

  /** Brings no byte beyond the part. */
  @Override
  public InputStream open(long from) throws IOException {
    digest.reset();
    delivered = from;
    try {
      return new PartStream(images.open(file, begin + from), length - from);
    } catch (IOException e) {
      unreadable = e;
      throw e;
    }
  }

  /** Why the file could not be read, if that was so. */
  Optional<IOException> unreadable() {
    return Optional.ofNullable(unreadable);
  }

  /** Bytes that were read since it was opened last. */
  long delivered() {
    return delivered;
  }

  private final class PartStream extends FilterInputStream {

    private long left;

    PartStream(InputStream in, long left) {
      super(in);
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
      if (left == 0) {
        return -1;
      }
      try {
        var read = in.read(buffer, offset, (int) Math.min(count, left));
        left -= Math.max(0, read);
        delivered = length - left;
        return read;
      } catch (IOException e) {
        unreadable = e;
        throw e;
      }
    }

    @Override
    public long skip(long count) throws IOException {
      var skipped = in.skip(Math.min(count, left));
      left -= skipped;
      delivered = length - left;
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
