package io.flighthubcamunda.schedule;

import java.time.Instant;

/**
 * A change of progress.
 *
 * @param seenAt the first look that saw it; FlightHub made it some time before
 * @param percent 0 to 100
 */
public record ProgressMove(Instant seenAt, int percent) {}
