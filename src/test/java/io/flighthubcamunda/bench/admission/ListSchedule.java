package io.flighthubcamunda.bench.admission;

import java.time.Duration;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The ideal that a gate is held against: each run begins, in the given order, at the very moment
 * when a slot is free.
 */
final class ListSchedule {

  private ListSchedule() {}

  /**
   * @param capacity slots, 1 or more
   * @param taken for how long slots are taken by others from the beginning; at most one per slot
   * @param runs in the order of their submission
   * @return from the beginning to the end of the last run
   */
  static Duration makespan(int capacity, List<Duration> taken, List<Duration> runs) {
    if (capacity < 1 || taken.size() > capacity) {
      throw new IllegalArgumentException(
          "%d slots can't be taken of %d.".formatted(taken.size(), capacity));
    }
    var free = new PriorityQueue<Duration>(taken);
    while (free.size() < capacity) {
      free.add(Duration.ZERO);
    }
    var last = Duration.ZERO;
    for (var run : runs) {
      var end = free.remove().plus(run);
      free.add(end);
      last = end.compareTo(last) > 0 ? end : last;
    }
    return last;
  }
}
