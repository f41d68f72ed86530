package io.flighthubcamunda.imageset;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file from its beginning on, read piece by piece. Ends after a number of bytes that were read,
 * so that no file, however odd, is read in full to learn about its header. What is skipped is not
 * read and does not count.
 */
final class HeaderStream extends InputStream {

  private final FileParts parts;
  private final long size;
  private final byte[] window;
  private long left;
  private long position;
  private long marked;
  private long windowStart;
  private int windowLength;

  HeaderStream(FileParts parts, long limit) throws IOException {
    this.parts = parts;
    this.size = parts.size();
    this.window = new byte[(int) Math.min(parts.chunkSize(), Math.max(size, 1))];
    this.left = limit;
  }

  @Override
  public int read() throws IOException {
    return has() ? window[(int) (position++ - windowStart)] & 0xFF : -1;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!has()) {
      return -1;
    }
    int from = (int) (position - windowStart);
    int count = Math.min(length, windowLength - from);
    System.arraycopy(window, from, buffer, offset, count);
    position += count;
    return count;
  }

  @Override
  public long skip(long count) {
    long skipped = Math.clamp(count, 0, Math.max(0, size - position));
    position += skipped;
    return skipped;
  }

  @Override
  public int available() {
    boolean within = position >= windowStart && position < windowStart + windowLength;
    return within ? (int) (windowStart + windowLength - position) : 0;
  }

  @Override
  public boolean markSupported() {
    return true;
  }

  @Override
  public void mark(int readLimit) {
    marked = position;
  }

  @Override
  public void reset() {
    position = marked;
  }

  /** Whether the next byte lies in the window, to which it is brought if need be. */
  private boolean has() throws IOException {
    if (available() > 0) {
      return true;
    }
    int wanted = (int) Math.min(window.length, left);
    if (wanted <= 0) {
      return false;
    }
    windowStart = position;
    windowLength = parts.read(position, window, 0, wanted);
    left -= windowLength;
    return windowLength > 0;
  }
}
