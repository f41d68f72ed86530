package io.flighthubcamunda.schedule;

import java.time.Duration;
import java.time.Instant;

/** How long a model may stay in each phase before it counts as overdue. */
public record PhaseLimits(Duration queued, Duration reconstructing, Duration packaging) {

  public PhaseLimits {
    requirePositive("queueTimeLimit", queued);
    requirePositive("reconstructionTimeLimit", reconstructing);
    requirePositive("packagingTimeLimit", packaging);
  }

  public static PhaseLimits defaults() {
    return new PhaseLimits(Duration.ofDays(7), Duration.ofDays(3), Duration.ofHours(12));
  }

  public Duration of(Phase phase) {
    return switch (phase) {
      case QUEUED -> queued;
      case RECONSTRUCTING -> reconstructing;
      case PACKAGING -> packaging;
    };
  }

  /**
   * What is left of the time for the phase and of that for all phases together, whichever is less;
   * negative when overdue. A model whose phase changes to and fro is stopped by the second.
   */
  public Duration left(Course course, Instant now) {
    var inPhase = of(course.phase()).minus(course.inPhase(now));
    var inAll = queued.plus(reconstructing).plus(packaging).minus(course.elapsed(now));
    return inPhase.compareTo(inAll) < 0 ? inPhase : inAll;
  }

  /**
   * @param pause the shortest between two checks
   * @throws IllegalArgumentException when a limit ends before the model is looked at for the first
   *     time
   */
  public void requireLongerThan(Duration pause) {
    requireLonger("queueTimeLimit", queued, pause);
    requireLonger("reconstructionTimeLimit", reconstructing, pause);
    requireLonger("packagingTimeLimit", packaging, pause);
  }

  private static void requireLonger(String name, Duration limit, Duration pause) {
    if (limit.compareTo(pause) < 0) {
      throw new IllegalArgumentException(
          "%s is %s, but a model is looked at after %s at the earliest (flighthub.poll.shortest)."
              .formatted(name, limit, pause));
    }
  }

  private static void requirePositive(String name, Duration limit) {
    if (limit == null || limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException(name + " must be above zero, but is " + limit + ".");
    }
  }
}
