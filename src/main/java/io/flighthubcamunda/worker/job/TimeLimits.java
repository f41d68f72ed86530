package io.flighthubcamunda.worker.job;

import io.flighthubcamunda.schedule.PhaseLimits;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/**
 * The variables {@code queueTimeLimit}, {@code reconstructionTimeLimit} and {@code
 * packagingTimeLimit}: ISO-8601 durations, or null for the default.
 */
record TimeLimits(String queue, String reconstruction, String packaging) {

  /**
   * @throws IllegalArgumentException with one sentence when one of them is no duration above zero
   */
  PhaseLimits toPhaseLimits() {
    var defaults = PhaseLimits.defaults();
    return new PhaseLimits(
        duration("queueTimeLimit", queue, defaults.queued()),
        duration("reconstructionTimeLimit", reconstruction, defaults.reconstructing()),
        duration("packagingTimeLimit", packaging, defaults.packaging()));
  }

  private static Duration duration(String name, String text, Duration fallback) {
    if (text == null) {
      return fallback;
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "The variable %s is \"%s\", which is no ISO-8601 duration such as PT12H or P3D."
              .formatted(name, text));
    }
  }
}
