package io.flighthubcamunda.report.frame;

import io.flighthubcamunda.imageset.FileParts;
import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/** Lets the JDK decode a picture from wherever it lies, with no more than one window in memory. */
final class PartsImageStream extends ImageInputStreamImpl {

  private static final int SMALLEST_WINDOW = 64 * 1024;

  private final FileParts parts;
  private final byte[] window;
  private long windowStart;
  private int windowLength;

  PartsImageStream(FileParts parts) {
    this.parts = parts;
    this.window = new byte[Math.max(SMALLEST_WINDOW, parts.chunkSize())];
  }

  @Override
  public int read() throws IOException {
    bitOffset = 0;
    return has() ? window[(int) (streamPos++ - windowStart)] & 0xFF : -1;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    if (!has()) {
      return -1;
    }
    int from = (int) (streamPos - windowStart);
    int count = Math.min(length, windowLength - from);
    System.arraycopy(window, from, buffer, offset, count);
    streamPos += count;
    return count;
  }

  @Override
  public long length() {
    try {
      return parts.size();
    } catch (IOException e) {
      // The interface's word for unknown.
      return -1;
    }
  }

  private boolean has() throws IOException {
    if (streamPos < windowStart || streamPos >= windowStart + windowLength) {
      windowStart = streamPos;
      windowLength = parts.read(streamPos, window, 0, window.length);
    }
    return windowLength > 0;
  }
}
