package io.flighthubcamunda.drill;

/**
 * A reconstruction that was begun.
 *
 * @param key of its process instance
 */
record Course(Reconstruction one, long key) {}
