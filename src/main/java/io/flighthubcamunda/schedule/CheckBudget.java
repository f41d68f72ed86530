package io.flighthubcamunda.schedule;

import java.util.OptionalDouble;

/**
 * Keeps any run of up to three days within {@value #CHECKS} looks. Looks are spent where they tell
 * most; a few are kept back, enough to reach the third day with pauses that grow quickly. All times
 * in milliseconds since the start.
 */
final class CheckBudget {

  static final int CHECKS = 40;

  private static final double HORIZON = 72 * 3_600_000.0;

  /** Time passes by this factor from one kept look to the next. */
  private static final double GROWTH_WITH_THE_REST = 4;

  /** After a reconstruction the archive has to be awaited as well. */
  private static final double KEPT_FOR_PACKAGING = 1;

  private CheckBudget() {}

  /**
   * The shortest pause that the looks left allow; 0 while there are enough, and for runs longer
   * than the budget is made for.
   *
   * @param rest estimate for the phase
   */
  static double leastPause(Course course, double elapsed, OptionalDouble rest) {
    if (elapsed >= HORIZON) {
      return 0;
    }
    double left = Math.max(1, CHECKS - course.checks());
    var until = left < 2 ? HORIZON : Math.min(HORIZON, elapsed + rest.orElse(HORIZON));
    var toCome = course.phase() == Phase.PACKAGING ? 0 : KEPT_FOR_PACKAGING;
    var kept = Math.log(until / elapsed) / Math.log(GROWTH_WITH_THE_REST) + toCome;
    if (left >= kept + 1) {
      return 0;
    }
    return elapsed * (Math.pow(until / elapsed, 1 / Math.max(1, left - toCome)) - 1);
  }
}
