package io.flighthubcamunda.worker.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** All process variables that are durations; a typing mistake is better heard of at the start. */
public final class DurationVariables {

  private static final List<String> TIMERS = List.of("expectedDuration", "timeLimit");

  private DurationVariables() {}

  /**
   * @param variables of a job; missing ones stand for their defaults
   * @param firstPause before a model is looked at for the first time; no phase may be limited to
   *     less
   * @throws BusinessError {@code REQUEST_INVALID}, naming the variable
   */
  public static void requireUsable(Map<String, Object> variables, Duration firstPause) {
    try {
      PhaseLimitVariables.parse(
              text(variables, "queueTimeLimit"),
              text(variables, "reconstructionTimeLimit"),
              text(variables, "packagingTimeLimit"))
          .requireLongerThan(firstPause);
      TIMERS.forEach(name -> PhaseLimitVariables.duration(name, text(variables, name), null));
    } catch (IllegalArgumentException e) {
      throw new BusinessError(FailureVariable.of(BpmnErrorCode.REQUEST_INVALID, e.getMessage()));
    }
  }

  private static String text(Map<String, Object> variables, String name) {
    var value = variables.get(name);
    return value == null ? null : value.toString();
  }
}
