package io.flighthubcamunda.bench.link;

import java.time.Duration;

/**
 * What a link is like.
 *
 * @param roundTrip time from a byte's departure to the arrival of what answers it
 * @param bitsPerSecond towards the store, shared by all connections; the way back has no limit
 * @param bytesBetweenCuts mean distance, in bytes of the whole link, of two connections that are
 *     reset; 0 for never
 * @param seed the same seed cuts at the same bytes, whoever sends them
 */
public record LinkShape(Duration roundTrip, long bitsPerSecond, long bytesBetweenCuts, long seed) {

  /** Bytes that one connection may have on the way, as with a TCP window of this size. */
  static final int WINDOW = 4 << 20;

  public LinkShape {
    if (roundTrip.isNegative() || bitsPerSecond < 8_000 || bytesBetweenCuts < 0) {
      throw new IllegalArgumentException(
          "A link needs a round trip of 0 or more, 8,000 bit/s or more and 0 or more bytes between"
              + " cuts.");
    }
  }

  long oneWayNanos() {
    return roundTrip.toNanos() / 2;
  }
}
