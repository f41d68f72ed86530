package io.flighthubcamunda.bench.admission;

import io.flighthubcamunda.bench.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What is promised of the gate. */
final class AdmissionGoals {

  private static final double MAKESPAN = 1.03;
  private static final double INVERSIONS = 1;
  private static final double REFUSED_ALONE = 1;
  private static final double REFUSED_AMONG_SEVERAL = 5;

  private AdmissionGoals() {}

  static List<Goal> of(Scenario scenario, Figures figures) {
    var where = ", " + scenario.title();
    var goals = new ArrayList<Goal>();
    goals.add(
        Goal.atMost("makespan / ideal" + where, OptionalDouble.of(figures.makespan()), MAKESPAN));
    goals.add(
        Goal.atMost(
            "inversions in percent" + where, OptionalDouble.of(figures.inversions()), INVERSIONS));
    if (scenario.list() != Scenario.RunningListKind.HIDDEN) {
      goals.add(
          Goal.atMost(
              "refused starts in percent" + where,
              OptionalDouble.of(figures.refused()),
              scenario.workers() == 1 ? REFUSED_ALONE : REFUSED_AMONG_SEVERAL));
    }
    goals.add(
        Goal.atMost(
            "starts of cancelled instances and second starts" + where,
            OptionalDouble.of(figures.strayStarts()),
            0));
    return goals;
  }
}
