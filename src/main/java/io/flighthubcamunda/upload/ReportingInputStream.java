package io.flighthubcamunda.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells how many bytes were read. */
final class ReportingInputStream extends FilterInputStream {

  private final UploadProgress progress;

  ReportingInputStream(InputStream in, UploadProgress progress) {
    super(in);
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    var one = in.read();
    if (one >= 0) {
      progress.sent(1);
    }
    return one;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    var count = in.read(buffer, offset, length);
    if (count > 0) {
      progress.sent(count);
    }
    return count;
  }

  /** Repositioning would hide bytes from the count. */
  @Override
  public boolean markSupported() {
    return false;
  }
}
