package io.flighthubcamunda.bench.link;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Says at which bytes of the link a connection is reset: at random distances with a given mean. The
 * connection that sends the byte is hit, so that every client loses as many however it spreads its
 * bytes over connections.
 */
final class Cuts {

  private final long mean;
  private final RandomGenerator random;
  private long sent;
  private long next;

  /**
   * @param mean bytes between two cuts, 0 for none
   */
  Cuts(long mean, long seed) {
    this.mean = mean;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.next = mean == 0 ? Long.MAX_VALUE : distance();
  }

  /** Counts bytes, and says whether they hit a cut. */
  synchronized boolean hit(int bytes) {
    sent += bytes;
    if (sent < next) {
      return false;
    }
    next = sent + distance();
    return true;
  }

  private long distance() {
    return Math.max(1, Math.round(-Math.log(1 - random.nextDouble()) * mean));
  }
}
