package io.flighthubcamunda.bench.link;

/**
 * The wire that all connections share: bytes leave one after the other. Who asked first is served
 * first, so connections that have something to send get equal shares.
 */
final class SharedBandwidth {

  /** A sender that wakes late may make up this much, else the wire idles through no fault of it. */
  private static final long GRACE_NANOS = 5_000_000;

  private final double nanosPerByte;
  private long freeAt;
  private boolean used;

  SharedBandwidth(long bitsPerSecond) {
    this.nanosPerByte = 8e9 / bitsPerSecond;
  }

  /**
   * Takes the wire for some bytes.
   *
   * @param now {@link System#nanoTime()}
   * @return when the last of them has left, on the same clock
   */
  synchronized long take(int bytes, long now) {
    if (!used || freeAt - now < -GRACE_NANOS) {
      freeAt = used ? now - GRACE_NANOS : now;
      used = true;
    }
    freeAt += Math.round(bytes * nanosPerByte);
    return freeAt;
  }
}
