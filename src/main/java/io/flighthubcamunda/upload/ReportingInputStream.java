package io.flighthubcamunda.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells how many bytes were read. A file is read twice where the store has no TLS, once to sign it
 * and once to send it; what was told before is told as 0.
 */
final class ReportingInputStream extends FilterInputStream {

  private final UploadProgress progress;
  private final AtomicLong told;
  private long position;

  /**
   * @param told bytes of this file that were told already, shared by all its streams
   */
  ReportingInputStream(InputStream in, UploadProgress progress, AtomicLong told) {
    super(in);
    this.progress = progress;
    this.told = told;
  }

  @Override
  public int read() throws IOException {
    var one = in.read();
    if (one >= 0) {
      tell(1);
    }
    return one;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    var count = in.read(buffer, offset, length);
    if (count > 0) {
      tell(count);
    }
    return count;
  }

  private void tell(int count) {
    position += count;
    var before = told.getAndAccumulate(position, Math::max);
    progress.sent(Math.max(0, position - before));
  }

  /** Repositioning would hide bytes from the count. */
  @Override
  public boolean markSupported() {
    return false;
  }
}
