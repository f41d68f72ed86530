package io.flighthubcamunda.bench.poll;

import io.flighthubcamunda.bench.Goal;
import io.flighthubcamunda.bench.poll.PollSimulation.Contestant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What the poll schedule promises. */
final class PollGoals {

  private static final double P95 = 0.95;

  private PollGoals() {}

  static List<Goal> of(Map<Contestant, WatchTally> tallies) {
    var ours = tallies.get(Contestant.OURS);
    var backOff = tallies.get(Contestant.BACK_OFF);
    var fixed = tallies.get(Contestant.FIXED);
    return List.of(
        Goal.atMost("most checks of a run of up to 72 h", value(ours.mostChecks()), 40),
        Goal.atLeast(
            "percent of ends noticed within max(30 s, 3 % of the run)",
            value(100 * ours.inTime()), 95),
        Goal.atMost(
            "all checks, ours / back-off to 10 min",
            value((double) ours.allChecks() / backOff.allChecks()),
            1),
        Goal.atMost(
            "95th percentile of the delay, ours / back-off to 10 min",
            value(ours.delay(P95) / backOff.delay(P95)),
            1),
        Goal.atMost(
            "ends not noticed in time, ours / back-off to 10 min",
            value((1 - ours.inTime()) / (1 - backOff.inTime())),
            1),
        Goal.atMost(
            "all checks, ours / every 30 s",
            value((double) ours.allChecks() / fixed.allChecks()),
            0.1));
  }

  private static OptionalDouble value(double value) {
    return OptionalDouble.of(value);
  }
}
