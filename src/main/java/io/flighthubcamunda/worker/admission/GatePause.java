package io.flighthubcamunda.worker.admission;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long a closed gate waits before it looks again by itself: twice as long each time nothing has
 * changed. A slot that a checked model leaves is told to the gate, so a look only finds what
 * happened elsewhere.
 */
final class GatePause {

  /** Longest pause, as a multiple of the first one. */
  private static final int LONGEST = 2;

  /** The same where a look is a start that will be refused. */
  private static final int LONGEST_WITHOUT_LIST = 8;

  private static final double JITTER = 0.1;

  private final Duration whenFull;
  private final Duration whenFailed;
  private final DoubleSupplier random;
  private Duration next = Duration.ZERO;

  /**
   * @param whenFull first pause after FlightHub was full
   * @param whenFailed first pause after a failure; it grows to the same limit
   * @param random from 0 to 1, so that several workers don't keep in step
   */
  GatePause(Duration whenFull, Duration whenFailed, DoubleSupplier random) {
    this.whenFull = whenFull;
    this.whenFailed = whenFailed;
    this.random = random;
  }

  /** FlightHub is full, as was to be expected after a start. */
  void full() {
    next = whenFull;
  }

  /** FlightHub is as full as before. */
  void stillFull() {
    next = longer(whenFull, LONGEST);
  }

  /** The same, learnt from a refused start. */
  void stillFullWithoutList() {
    next = longer(whenFull, LONGEST_WITHOUT_LIST);
  }

  /** FlightHub or the engine could not be asked, or a start failed. */
  void failed() {
    next = longer(whenFailed, LONGEST);
  }

  /** Zero before anything was learnt. */
  Duration next() {
    var factor = 1 + JITTER * (2 * random.getAsDouble() - 1);
    return Duration.ofNanos(Math.round(next.toNanos() * factor));
  }

  private Duration longer(Duration atLeast, int longest) {
    var doubled = next.multipliedBy(2);
    var limit = whenFull.multipliedBy(longest);
    var longer = doubled.compareTo(atLeast) < 0 ? atLeast : doubled;
    return longer.compareTo(limit) > 0 ? limit : longer;
  }
}
