package io.flighthubcamunda.simulator;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * What the organization has bought (fact sheet 2.15).
 *
 * @param concurrentTasks how many may be queued or executing at once, 1 or more; an {@link
 *     Edition}'s number, unless a test needs more room than any of them has
 * @param typesCountSeparately whether a start of three types takes three slots or one; unknown for
 *     FlightHub
 * @param quota images that may be reconstructed in total; a failed or stopped model gives its
 *     images back
 */
@RecordBuilder
public record Limits(int concurrentTasks, boolean typesCountSeparately, long quota)
    implements LimitsBuilder.With {

  /** Files in one upload callback. */
  static final int CALLBACK_FILES = 100;

  public Limits {
    if (concurrentTasks < 1) {
      throw new IllegalArgumentException(
          "FlightHub must be able to run at least one task, not %d.".formatted(concurrentTasks));
    }
    if (quota < 0) {
      throw new IllegalArgumentException(
          "The image quota cannot be negative, but is %d.".formatted(quota));
    }
  }

  static Limits defaults() {
    return new Limits(Edition.STANDARD.concurrentTasks(), true, 1_000_000);
  }
}
