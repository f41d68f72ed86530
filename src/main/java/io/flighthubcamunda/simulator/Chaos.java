package io.flighthubcamunda.simulator;

import java.time.Duration;

/**
 * Faults at random, beside those that are asked for one by one: all that passes by itself, from a
 * busy gateway to an answer that is lost after its effect. What would need a person, such as a
 * refused key, is left out.
 *
 * <p>Whether a call is struck, and by what, follows from the seed, the operation, the resource that
 * it is about and how many such calls there were. So a run with the same seed and the same resource
 * UUIDs and file names meets the same faults, in whatever order its calls come. Only calls that are
 * about nothing, those for credentials, are counted all together.
 *
 * @param seed the same seed, the same faults
 * @param rate share of the calls and uploads that are struck, 0 (none) to 0.5
 * @param stall real time that a call or an upload stands still when it is struck by that
 * @param endsKeys whether a temporary key may end in mid-batch, which makes worthless what was sent
 *     with it
 */
public record Chaos(long seed, double rate, Duration stall, boolean endsKeys) {

  private static final double HIGHEST_RATE = 0.5;

  public Chaos {
    if (!(rate >= 0 && rate <= HIGHEST_RATE)) {
      throw new IllegalArgumentException(
          "The share of calls that meet a fault must be 0 to %s, not %s."
              .formatted(HIGHEST_RATE, rate));
    }
    Timing.requireNotNegative("the time that a call stands still", stall);
  }

  /** With all that there is. */
  public Chaos(long seed, double rate, Duration stall) {
    this(seed, rate, stall, true);
  }

  /** Every key is good for as long as FlightHub said. */
  public Chaos withLastingKeys() {
    return new Chaos(seed, rate, stall, false);
  }

  /** Nothing goes wrong by itself. */
  public static Chaos none() {
    return new Chaos(0, 0, Duration.ZERO);
  }
}
