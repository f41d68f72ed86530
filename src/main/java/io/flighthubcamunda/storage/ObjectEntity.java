package io.flighthubcamunda.storage;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/**
 * The body of an upload: reads large chunks and hands them straight to the connection. An {@link
 * IOException} of the source comes out unchecked, one of the connection as it is.
 */
final class ObjectEntity extends AbstractHttpEntity {

  private final ObjectContent content;
  private final ChunkObserver observer;
  private final StallWatch.Watched watched;
  private final byte[] chunk;

  ObjectEntity(
      ObjectContent content, ChunkObserver observer, StallWatch.Watched watched, byte[] chunk) {
    super("application/octet-stream", null);
    this.content = content;
    this.observer = observer;
    this.watched = watched;
    this.chunk = chunk;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    try (var in = open()) {
      for (long rest = content.length(); rest > 0; ) {
        var count = read(in, rest);
        observer.chunk(chunk, 0, count);
        watched.writing();
        out.write(chunk, 0, count);
        watched.written();
        rest -= count;
      }
    }
  }

  private InputStream open() {
    try {
      return content.open(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int read(InputStream in, long rest) throws EOFException {
    try {
      var count = in.readNBytes(chunk, 0, (int) Math.min(chunk.length, rest));
      if (count > 0) {
        return count;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new EOFException(
        "its source ended after %,d of %,d bytes"
            .formatted(content.length() - rest, content.length()));
  }

  @Override
  public long getContentLength() {
    return content.length();
  }

  @Override
  public InputStream getContent() {
    throw new UnsupportedOperationException("It is written, never read.");
  }

  @Override
  public boolean isStreaming() {
    return false;
  }

  @Override
  public void close() {
    // It holds nothing open between writes.
  }
}
