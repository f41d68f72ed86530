package io.flighthubcamunda.report.frame;

import io.flighthubcamunda.report.flight.Shot;

/**
 * An ordinary photograph, for an impression.
 *
 * @param thumbnail a small JPEG, never empty
 */
public record Sample(Shot shot, byte[] thumbnail) {}
