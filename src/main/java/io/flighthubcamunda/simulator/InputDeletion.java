package io.flighthubcamunda.simulator;

/**
 * What "finish" means for {@code delete_resource_if_finish} when one start makes several models.
 * Unknown for FlightHub (fact sheet 2.7).
 */
public enum InputDeletion {
  /** The resource goes when the first model of the start is through, failed or not. */
  AFTER_FIRST_MODEL,
  /** The resource goes when the last model of the start is through, failed or not. */
  AFTER_LAST_MODEL,
  /** The resource goes when the last model is through, but only if every one succeeded. */
  AFTER_ALL_SUCCEEDED
}
