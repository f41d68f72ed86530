package io.flighthubcamunda.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * How long a phase may still take, from its last changes of progress rather than from its start, so
 * that a slow start is soon forgotten. While progress stands still the estimate grows by itself.
 */
final class RestOfPhase {

  private RestOfPhase() {}

  /**
   * The shortest rest that any part of the history allows: who looks too early loses one look, who
   * looks too late misses the end.
   *
   * @return milliseconds; none while nothing has moved
   */
  static OptionalDouble of(Course course, Instant now) {
    var percent = course.percent();
    return course.moves().stream()
        .filter(move -> move.percent() < percent)
        .mapToDouble(move -> rest(move, percent, now))
        .min();
  }

  private static double rest(ProgressMove move, int percent, Instant now) {
    double taken = Math.max(1, Duration.between(move.seenAt(), now).toMillis());
    return taken * (100 - percent) / (percent - move.percent());
  }
}
