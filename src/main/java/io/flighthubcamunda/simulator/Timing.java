package io.flighthubcamunda.simulator;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;

/**
 * How long everything takes on the simulator's clock. None of it may be negative.
 *
 * @param queue status 12
 * @param reconstruction status 14
 * @param packaging from success to the finished archive
 * @param stopDelay from the stop call until it takes effect; a model that ends earlier keeps its
 *     end
 * @param deletionDelay how long a deleted resource shows "waiting for deletion"
 * @param credentialLifetime how long storage credentials and their callback value are good
 */
@RecordBuilder
public record Timing(
    Duration queue,
    Duration reconstruction,
    Duration packaging,
    Duration stopDelay,
    Duration deletionDelay,
    Duration credentialLifetime)
    implements TimingBuilder.With {

  public Timing {
    requireNotNegative("the queue time", queue);
    requireNotNegative("the reconstruction time", reconstruction);
    requireNotNegative("the packaging time", packaging);
    requireNotNegative("the stop delay", stopDelay);
    requireNotNegative("the deletion delay", deletionDelay);
    requireNotNegative("the credential lifetime", credentialLifetime);
  }

  static Timing defaults() {
    return new Timing(
        Duration.ofSeconds(2),
        Duration.ofSeconds(20),
        Duration.ofSeconds(3),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        Duration.ofMinutes(15));
  }

  static void requireNotNegative(String what, Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "In the simulator %s cannot be negative, but is %s.".formatted(what, duration));
    }
  }
}
