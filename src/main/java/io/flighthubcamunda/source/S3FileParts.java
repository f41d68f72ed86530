package io.flighthubcamunda.source;

import io.flighthubcamunda.imageset.FileParts;
import io.flighthubcamunda.imageset.SourceFile;
import java.io.IOException;

/** Parts of an object; each is a request of its own. */
record S3FileParts(S3Source source, SourceFile file) implements FileParts {

  /** Holds the whole header of most cameras: a second request would take longer. */
  private static final int CHUNK = 128 * 1024;

  @Override
  public long size() {
    return file.size();
  }

  @Override
  public int read(long position, byte[] buffer, int offset, int length) throws IOException {
    int wanted = (int) Math.min(length, file.size() - position);
    if (wanted <= 0) {
      return 0;
    }
    try (var in = source.get(file, "bytes=%d-%d".formatted(position, position + wanted - 1))) {
      return in.readNBytes(buffer, offset, wanted);
    }
  }

  @Override
  public int chunkSize() {
    return CHUNK;
  }

  @Override
  public void close() {
    // Nothing stays open between two parts.
  }
}
