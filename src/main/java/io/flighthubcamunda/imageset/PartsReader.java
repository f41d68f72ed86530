package io.flighthubcamunda.imageset;

import com.drew.lang.RandomAccessReader;
import java.io.EOFException;
import java.io.IOException;

/**
 * Lets the metadata library jump about in a file, as TIFF needs it, and fetches pieces instead of
 * single bytes.
 */
final class PartsReader extends RandomAccessReader {

  private final FileParts parts;
  private final long size;
  private final byte[] window;
  private long left;
  private long windowStart;
  private int windowLength;

  /**
   * @param limit how many bytes may be read of one file
   */
  PartsReader(FileParts parts, long limit) throws IOException {
    this.parts = parts;
    this.size = parts.size();
    this.window = new byte[parts.chunkSize()];
    this.left = limit;
  }

  @Override
  public int toUnshiftedOffset(int offset) {
    return offset;
  }

  @Override
  public long getLength() {
    return size;
  }

  @Override
  public byte getByte(int index) throws IOException {
    if (index < windowStart || index >= windowStart + windowLength) {
      validateIndex(index, 1);
      windowStart = index;
      windowLength = read(index, window, window.length);
      if (windowLength == 0) {
        throw new EOFException();
      }
    }
    return window[(int) (index - windowStart)];
  }

  @Override
  public byte[] getBytes(int index, int count) throws IOException {
    validateIndex(index, count);
    if (count > left + windowLength) {
      throw new IOException("A part of the header claims %,d bytes.".formatted(count));
    }
    byte[] bytes = new byte[count];
    if (count <= window.length) {
      for (int i = 0; i < count; i++) {
        bytes[i] = getByte(index + i);
      }
    } else if (read(index, bytes, count) < count) {
      throw new EOFException();
    }
    return bytes;
  }

  @Override
  protected void validateIndex(int index, int count) throws IOException {
    if (!isValidIndex(index, count)) {
      throw new EOFException();
    }
  }

  @Override
  protected boolean isValidIndex(int index, int count) {
    return index >= 0 && count >= 0 && (long) index + count <= size;
  }

  private int read(long position, byte[] buffer, int length) throws IOException {
    int count = parts.read(position, buffer, 0, (int) Math.min(length, left));
    left -= count;
    return count;
  }
}
