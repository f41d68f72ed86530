package io.flighthubcamunda.worker.job;

import io.flighthubcamunda.schedule.PhaseLimits;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** The three process variables that limit a model's stay in each phase. */
final class PhaseLimitVariables {

  private PhaseLimitVariables() {}

  /**
   * @param queueTimeLimit ISO-8601 duration, as all three; null stands for the default
   * @throws IllegalArgumentException with one sentence that names the variable
   */
  static PhaseLimits parse(
      String queueTimeLimit, String reconstructionTimeLimit, String packagingTimeLimit) {
    var defaults = PhaseLimits.defaults();
    return new PhaseLimits(
        duration("queueTimeLimit", queueTimeLimit, defaults.queued()),
        duration("reconstructionTimeLimit", reconstructionTimeLimit, defaults.reconstructing()),
        duration("packagingTimeLimit", packagingTimeLimit, defaults.packaging()));
  }

  static Duration duration(String name, String text, Duration fallback) {
    if (text == null) {
      return fallback;
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "The variable %s is \"%s\", which is no ISO-8601 duration such as PT12H or P3D."
              .formatted(name, text),
          e);
    }
  }
}
