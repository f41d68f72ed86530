package io.flighthubcamunda.drill;

import java.time.Instant;

/**
 * A reconstruction that was begun.
 *
 * @param key of its process instance
 */
record Course(Reconstruction one, long key, Instant begun) {}
