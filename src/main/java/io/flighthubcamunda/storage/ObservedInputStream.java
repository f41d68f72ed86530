package io.flighthubcamunda.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells an observer what is read. */
final class ObservedInputStream extends FilterInputStream {

  private final ChunkObserver observer;

  ObservedInputStream(InputStream in, ChunkObserver observer) {
    super(in);
    this.observer = observer;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    var count = in.read(buffer, offset, length);
    if (count > 0) {
      observer.chunk(buffer, offset, count);
    }
    return count;
  }

  /** Repositioning would hide bytes from the observer. */
  @Override
  public boolean markSupported() {
    return false;
  }
}
