package io.flighthubcamunda.bench.upload;

import io.flighthubcamunda.bench.Measurement;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One contestant's one run of a scenario.
 *
 * @param complete whether it ended well and every file arrived
 * @param linkUse share of the link's capacity used after the first batch, 0 to about 1
 * @param cuts connections that the link reset
 * @param heapPeak bytes, ours only
 */
record Run(
    Measurement measurement,
    boolean complete,
    OptionalDouble linkUse,
    int cuts,
    OptionalLong heapPeak) {

  boolean timedOut() {
    return measurement.status() == Measurement.TIMED_OUT;
  }
}
