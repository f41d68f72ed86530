package io.flighthubcamunda.bench.admission;

import java.util.ArrayList;
import java.util.List;

/**
 * One measurement.
 *
 * @param name what a person chooses it by
 * @param capacity slots of the edition
 * @param workers processes, each with a gate of its own
 * @param list what FlightHub's running list is like
 * @param instances queued
 * @param cancelled of them, while they wait
 * @param outside whether somebody else's model holds one slot for a third of the time
 */
record Scenario(
    String name,
    int capacity,
    int workers,
    RunningListKind list,
    int instances,
    int cancelled,
    boolean outside) {

  /** FlightHub's running list. */
  enum RunningListKind {
    CURRENT("current"),
    LAGGING("20 s behind"),
    HIDDEN("none");

    private final String label;

    RunningListKind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  private static final int[] EDITIONS = {2, 5, 10};
  private static final int[] WORKERS = {1, 3};

  /** Chooses it alone, such as {@code calm-5-3}. */
  String id() {
    return "%s-%d-%d".formatted(name, capacity, workers);
  }

  TimeScale scale() {
    return TimeScale.forSlots(capacity);
  }

  String title() {
    return "%s, %d slots, %s"
        .formatted(name, capacity, workers == 1 ? "1 worker" : workers + " workers");
  }

  /**
   * @param instances queued in most of them
   */
  static List<Scenario> all(int instances) {
    var all = new ArrayList<Scenario>();
    for (int capacity : EDITIONS) {
      for (int workers : WORKERS) {
        all.add(calm("calm", capacity, workers, RunningListKind.CURRENT, instances));
      }
    }
    int fewer = instances / 2;
    all.add(new Scenario("outside", 5, 1, RunningListKind.CURRENT, fewer, 0, true));
    all.add(new Scenario("cancel", 5, 3, RunningListKind.CURRENT, instances, instances / 4, false));
    all.add(calm("lag", 5, 3, RunningListKind.LAGGING, fewer));
    all.add(calm("no-list", 5, 1, RunningListKind.HIDDEN, fewer));
    all.add(calm("no-list", 5, 3, RunningListKind.HIDDEN, fewer));
    return all;
  }

  private static Scenario calm(
      String name, int capacity, int workers, RunningListKind list, int instances) {
    return new Scenario(name, capacity, workers, list, instances, 0, false);
  }
}
