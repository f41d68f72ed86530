package io.flighthubcamunda.simulator;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * What the organization has bought (fact sheet 2.15).
 *
 * @param edition limits the tasks that are queued or executing at once
 * @param typesCountSeparately whether a start of three types takes three slots or one; unknown for
 *     FlightHub
 * @param quota images that may be reconstructed in total; a failed or stopped model gives its
 *     images back
 */
@RecordBuilder
public record Limits(Edition edition, boolean typesCountSeparately, long quota)
    implements LimitsBuilder.With {

  /** Files in one upload callback. */
  static final int CALLBACK_FILES = 100;

  public Limits {
    if (quota < 0) {
      throw new IllegalArgumentException(
          "The image quota cannot be negative, but is %d.".formatted(quota));
    }
  }

  static Limits defaults() {
    return new Limits(Edition.STANDARD, true, 1_000_000);
  }
}
