package io.flighthubcamunda.imageset;

import io.flighthubcamunda.api.ReconstructionType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A source that knows how often it was listed and how much of its files was looked at. */
class CountingSource implements ImageSource {

  private final ImageSource source;
  private final AtomicLong bytesRead = new AtomicLong();
  private final AtomicInteger scans = new AtomicInteger();

  CountingSource(ImageSource source) {
    this.source = source;
  }

  long bytesRead() {
    return bytesRead.get();
  }

  int scans() {
    return scans.get();
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public String location() {
    return source.location();
  }

  @Override
  public ImageSetScan scan(Set<ReconstructionType> types) {
    scans.incrementAndGet();
    return source.scan(types);
  }

  @Override
  public FileParts parts(SourceFile file) throws IOException {
    FileParts parts = source.parts(file);
    return new FileParts() {
      @Override
      public long size() throws IOException {
        return parts.size();
      }

      @Override
      public int read(long position, byte[] buffer, int offset, int length) throws IOException {
        int count = parts.read(position, buffer, offset, length);
        bytesRead.addAndGet(count);
        return count;
      }

      @Override
      public int chunkSize() {
        return parts.chunkSize();
      }

      @Override
      public void close() throws IOException {
        parts.close();
      }
    };
  }

  @Override
  public InputStream open(SourceFile file, long from) throws IOException {
    return source.open(file, from);
  }

  @Override
  public void requireUnchanged(SourceFile file) {
    source.requireUnchanged(file);
  }
}
