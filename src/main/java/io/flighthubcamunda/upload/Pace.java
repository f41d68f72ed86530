package io.flighthubcamunda.upload;

import java.time.Duration;

/** How long files of a batch took so far. Safe for many threads. */
final class Pace {

  private long files;
  private long bytes;
  private long nanos;

  synchronized void took(long size, long nanoseconds) {
    files++;
    bytes += size;
    nanos += nanoseconds;
  }

  /** Zero before the first file is through. */
  synchronized Duration expected(long size) {
    if (files == 0) {
      return Duration.ZERO;
    }
    var bySize = bytes == 0 ? 0 : (double) nanos * size / bytes;
    return Duration.ofNanos((long) Math.max(bySize, (double) nanos / files));
  }
}
