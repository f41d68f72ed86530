package io.flighthubcamunda.bench.spread;

/**
 * What some workers did together.
 *
 * @param far whether each had a link of its own to the store
 * @param objects that the store took, repeated ones included
 * @param files that FlightHub knows at the end
 * @param seconds from the first credential to the last registered file
 */
record Spread(boolean far, int workers, long objects, int files, double seconds) {

  /** Files in a second. */
  double rate() {
    return files / seconds;
  }

  /** Objects that were sent more than once. */
  long twice() {
    return objects - files;
  }
}
