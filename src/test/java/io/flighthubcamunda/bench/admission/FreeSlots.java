package io.flighthubcamunda.bench.admission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * How long slots stood free before the next start, from the record of all starts.
 *
 * @param opening while there were free slots from the beginning: from one start to the next, which
 *     is what a start takes
 * @param later from the end of a run to the start that took its slot
 */
record FreeSlots(List<Duration> opening, List<Duration> later) {

  /** One run: when it began, and how long it took. */
  record Run(Duration begin, Duration time) {}

  /**
   * @param capacity slots, 1 or more
   * @param taken for how long slots are taken by others from the beginning
   * @param runs in the order of their starts
   */
  static FreeSlots of(int capacity, List<Duration> taken, List<Run> runs) {
    var ends = new PriorityQueue<>(taken);
    var opening = new ArrayList<Duration>();
    var later = new ArrayList<Duration>();
    var before = Duration.ZERO;
    for (int i = 0; i < runs.size(); i++) {
      var run = runs.get(i);
      if (ends.size() < capacity) {
        if (i > 0) {
          opening.add(run.begin().minus(before));
        }
      } else {
        later.add(run.begin().minus(ends.remove()));
      }
      before = run.begin();
      ends.add(run.begin().plus(run.time()));
    }
    return new FreeSlots(opening, later);
  }

  /** Mean of the times after the opening; zero when there was nothing more. */
  Duration mean() {
    return later.isEmpty()
        ? Duration.ZERO
        : later.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(later.size());
  }

  /** What a start takes; zero when nothing tells it. */
  Duration start() {
    return opening.isEmpty()
        ? Duration.ZERO
        : opening.stream().sorted().toList().get(opening.size() / 2);
  }
}
