package io.flighthubcamunda.bench.poll;

import java.util.List;
import java.util.function.Predicate;

/** Figures of many watched runs. */
record WatchTally(List<Watch> watches) {

  WatchTally of(Predicate<Watch> wanted) {
    return new WatchTally(watches.stream().filter(wanted).toList());
  }

  /**
   * @param share 0 to 1; 0.5 is the median
   */
  int checks(double share) {
    return watches.stream().mapToInt(Watch::checks).sorted().toArray()[index(share)];
  }

  int mostChecks() {
    return watches.stream().mapToInt(Watch::checks).max().orElseThrow();
  }

  long allChecks() {
    return watches.stream().mapToLong(Watch::checks).sum();
  }

  /** Delay as a share of what is tolerated. */
  double delay(double share) {
    return watches.stream().mapToDouble(Watch::delayShare).sorted().toArray()[index(share)];
  }

  /** 0 to 1. */
  double inTime() {
    return (double) watches.stream().filter(Watch::inTime).count() / watches.size();
  }

  /** The smallest rank that {@code share} of all values don't exceed. */
  private int index(double share) {
    return (int) Math.clamp((long) Math.ceil(share * watches.size()) - 1, 0, watches.size() - 1);
  }
}
