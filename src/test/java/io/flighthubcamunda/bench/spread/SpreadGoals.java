package io.flighthubcamunda.bench.spread;

import io.flighthubcamunda.bench.Goal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Holds the spreads against what is promised: workers with links of their own bring nearly as many
 * times as much as one.
 *
 * @param spreads those that were measured and ended with all files
 */
record SpreadGoals(List<Spread> spreads) {

  private static final int[] WORKERS = {1, 2, 4};

  List<Goal> goals() {
    return Stream.of(
            Goal.atLeast("rate of 2 workers with links of their own, by that of one", gain(2), 1.8),
            Goal.atLeast("rate of 4 workers with links of their own, by that of one", gain(4), 3.4),
            Goal.atMost("objects uploaded more than once", twice(), 0))
        .toList();
  }

  /** By how much more workers with links of their own are faster than one. */
  OptionalDouble gain(int workers) {
    var one = rate(1);
    var more = rate(workers);
    return one.isPresent() && more.isPresent()
        ? OptionalDouble.of(more.getAsDouble() / one.getAsDouble())
        : OptionalDouble.empty();
  }

  private OptionalDouble rate(int workers) {
    return spreads.stream()
        .filter(spread -> spread.far() && spread.workers() == workers)
        .mapToDouble(Spread::rate)
        .findFirst();
  }

  /** Nothing is shown unless all were measured. */
  private OptionalDouble twice() {
    return spreads.size() == 2 * WORKERS.length
        ? OptionalDouble.of(spreads.stream().mapToLong(Spread::twice).sum())
        : OptionalDouble.empty();
  }

  static int[] workers() {
    return WORKERS.clone();
  }
}
