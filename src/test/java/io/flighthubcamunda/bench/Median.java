package io.flighthubcamunda.bench;

import java.util.Collection;
import java.util.OptionalDouble;

/** The middle of some measurements, which one odd run can't move. */
public final class Median {

  private Median() {}

  /** The middle one, or the mean of the two in the middle; empty without measurements. */
  public static OptionalDouble of(Collection<Double> values) {
    if (values.isEmpty()) {
      return OptionalDouble.empty();
    }
    var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    var middle = sorted.length / 2;
    return OptionalDouble.of(
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
  }
}
