package io.flighthubcamunda.worker.job;

import io.flighthubcamunda.schedule.PhaseLimits;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/** All process variables that are durations; a typing mistake is better heard of at the start. */
public final class DurationVariables {

  private static final List<String> TIMERS =
      List.of("expectedDuration", "timeLimit", "decisionTimeLimit");

  private DurationVariables() {}

  /**
   * @param variables of a job; missing ones stand for their defaults
   * @param firstPause before a model is looked at for the first time; no phase may be limited to
   *     less
   * @throws BusinessError {@code REQUEST_INVALID}, naming the variable
   */
  public static void requireUsable(Map<String, Object> variables, Duration firstPause) {
    try {
      phaseLimits(
              text(variables, "queueTimeLimit"),
              text(variables, "reconstructionTimeLimit"),
              text(variables, "packagingTimeLimit"))
          .requireLongerThan(firstPause);
      TIMERS.forEach(name -> duration(name, text(variables, name), null));
    } catch (IllegalArgumentException e) {
      throw new BusinessError(BpmnErrorCode.REQUEST_INVALID, e.getMessage());
    }
  }

  /**
   * @param queueTimeLimit ISO-8601 duration, as all three; null stands for the default
   * @throws IllegalArgumentException with one sentence that names the variable
   */
  static PhaseLimits phaseLimits(
      String queueTimeLimit, String reconstructionTimeLimit, String packagingTimeLimit) {
    var defaults = PhaseLimits.defaults();
    return new PhaseLimits(
        duration("queueTimeLimit", queueTimeLimit, defaults.queued()),
        duration("reconstructionTimeLimit", reconstructionTimeLimit, defaults.reconstructing()),
        duration("packagingTimeLimit", packagingTimeLimit, defaults.packaging()));
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
              .formatted(name, text),
          e);
    }
  }

  private static String text(Map<String, Object> variables, String name) {
    var value = variables.get(name);
    return value == null ? null : value.toString();
  }
}
