package io.flighthubcamunda.schedule;

import java.time.Duration;

/**
 * Bounds of the poll schedule.
 *
 * @param shortest pause between two checks at least, before jitter; above 0
 * @param longest pause at most, before jitter; not below {@code shortest}. A day leaves the
 *     schedule free; with less, a run of three days may take more than 40 checks
 * @param jitter share by which a pause is varied at random so that many instances don't call at the
 *     same moment, 0 to 0.5
 */
public record PollSettings(Duration shortest, Duration longest, double jitter) {

  public PollSettings {
    if (shortest.isNegative() || shortest.isZero() || longest.compareTo(shortest) < 0) {
      throw new IllegalArgumentException(
          "flighthub.poll: shortest (%s) must be above zero and not above longest (%s)."
              .formatted(shortest, longest));
    }
    if (!(jitter >= 0 && jitter <= 0.5)) {
      throw new IllegalArgumentException(
          "flighthub.poll.jitter must lie between 0 and 0.5, but is " + jitter + ".");
    }
  }

  public static PollSettings defaults() {
    return new PollSettings(Duration.ofSeconds(15), Duration.ofHours(24), 0.1);
  }
}
