package io.flighthubcamunda.imageset;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends after a number of bytes that were read, so that no file, however odd, is read in full to
 * learn about its header. What is skipped is not read and does not count.
 */
final class HeaderStream extends FilterInputStream {

  private long left;

  HeaderStream(InputStream in, long limit) {
    super(in);
    this.left = limit;
  }

  @Override
  public int read() throws IOException {
    if (left <= 0) {
      return -1;
    }
    left--;
    return super.read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (left <= 0) {
      return -1;
    }
    int count = super.read(buffer, offset, (int) Math.min(length, left));
    left -= Math.max(count, 0);
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
