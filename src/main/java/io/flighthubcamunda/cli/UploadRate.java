package io.flighthubcamunda.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * The mean rate at which an upload is registered, from the first batch that was seen to the last.
 * The time before the first is left out: an upload may have to wait behind another one.
 */
final class UploadRate {

  private Instant first;
  private Instant last;
  private long firstBytes;
  private long lastBytes;

  /**
   * @param bytes registered so far
   */
  void seen(long bytes, Instant now) {
    if (bytes <= lastBytes) {
      return;
    }
    if (first == null) {
      first = now;
      firstBytes = bytes;
    }
    last = now;
    lastBytes = bytes;
  }

  /** Empty until more than the first was seen. */
  OptionalDouble bytesPerSecond() {
    if (first == null || !last.isAfter(first)) {
      return OptionalDouble.empty();
    }
    var seconds = Duration.between(first, last).toMillis() / 1e3;
    return seconds > 0
        ? OptionalDouble.of((lastBytes - firstBytes) / seconds)
        : OptionalDouble.empty();
  }
}
