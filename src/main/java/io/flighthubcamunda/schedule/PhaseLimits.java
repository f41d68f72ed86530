package io.flighthubcamunda.schedule;

import java.time.Duration;

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

  private static void requirePositive(String name, Duration limit) {
    if (limit == null || limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException(name + " must be above zero, but is " + limit + ".");
    }
  }
}
