package io.flighthubcamunda.bench.upload;

import io.flighthubcamunda.bench.Measurement;
import io.flighthubcamunda.bench.Median;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/**
 * All runs of one contestant in one scenario. Medians count only when every run was complete: who
 * leaves files out now and then is not fast.
 *
 * @param version empty text when the contestant is not on this machine
 */
record Row(String scenario, String contestant, String version, List<Run> runs) {

  boolean absent() {
    return version.isEmpty();
  }

  boolean complete() {
    return !runs.isEmpty() && runs.stream().allMatch(Run::complete);
  }

  OptionalDouble wallSeconds() {
    return median(Measurement::wallSeconds);
  }

  OptionalDouble cpuSeconds() {
    return median(Measurement::cpuSeconds);
  }

  OptionalDouble startSeconds() {
    return median(Measurement::startSeconds);
  }

  OptionalDouble peakMegabytes() {
    return median(measurement -> measurement.peakBytes() / 1e6);
  }

  OptionalDouble linkUse() {
    return complete()
        ? Median.of(runs.stream().flatMap(run -> run.linkUse().stream().boxed()).toList())
        : OptionalDouble.empty();
  }

  /** The highest of all runs, also of those that did not end well. */
  OptionalLong heapPeak() {
    return runs.stream().flatMapToLong(run -> run.heapPeak().stream()).max();
  }

  private OptionalDouble median(ToDoubleFunction<Measurement> value) {
    return complete()
        ? Median.of(runs.stream().map(run -> value.applyAsDouble(run.measurement())).toList())
        : OptionalDouble.empty();
  }
}
