package io.flighthubcamunda.simulator;

/**
 * Which of the two success states a model ends in; their difference is unknown (fact sheet 2.11).
 */
public enum Ending {
  /** 15 and nothing else. */
  FIFTEEN,
  /** 9 and nothing else. */
  NINE,
  /** 15 first, 9 from the middle of the packaging on. */
  FIFTEEN_THEN_NINE
}
