package io.flighthubcamunda.bench.poll;

import io.flighthubcamunda.bench.BenchSettings;
import io.flighthubcamunda.bench.Benchmark;
import io.flighthubcamunda.bench.Report;
import io.flighthubcamunda.bench.TextTable;
import io.flighthubcamunda.bench.poll.PollSimulation.Contestant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Compares ways to look at a reconstruction: how often they ask, and how late they notice the end.
 * Nothing waits and nothing is sent; runs, jitter and late timers are computed from a fixed seed.
 */
public final class PollBenchmark implements Benchmark {

  static final long SEED = 20_261_123;
  private static final int RUNS_PER_FAMILY = 4_000;

  @Override
  public Report run(BenchSettings settings, Consumer<String> say) {
    var runs = settings.scaled(RUNS_PER_FAMILY, 100);
    var simulation = new PollSimulation(runs, SEED);
    var tallies = new EnumMap<Contestant, WatchTally>(Contestant.class);
    for (var contestant : Contestant.values()) {
      say.accept(
          "Following %d runs: %s".formatted(runs * Family.values().length, contestant.label()));
      tallies.put(contestant, new WatchTally(simulation.watch(contestant)));
    }
    return new Report(table(tallies), remarks(runs), PollGoals.of(tallies), details(tallies, runs));
  }

  private static List<String> remarks(int runs) {
    return List.of(
        "%d runs of each family, 2 minutes to 72 hours; seed %d.".formatted(runs, SEED),
        "Delay: from the end to the check that sees it, as a share of max(30 s, 3 % of the run);"
            + " 95th percentile. In time: up to 1.",
        "A run is what lies between the start and the finished archive, the queue included.");
  }

  private static TextTable table(Map<Contestant, WatchTally> tallies) {
    var table =
        new TextTable(
            "family", "looks", "checks median", "95th", "most", "delay 95th", "% in time");
    for (var part : parts(tallies)) {
      var tally = part.tally();
      table.row(
          part.family(),
          part.contestant(),
          "" + tally.checks(0.5),
          "" + tally.checks(0.95),
          "" + tally.mostChecks(),
          decimal("%.2f", tally.delay(0.95)),
          decimal("%.1f", 100 * tally.inTime()));
    }
    return table;
  }

  private static Map<String, Object> details(Map<Contestant, WatchTally> tallies, int runs) {
    return Map.of(
        "seed",
        SEED,
        "runsPerFamily",
        runs,
        "rows",
        parts(tallies).stream().map(PollBenchmark::details).toList());
  }

  private static Map<String, Object> details(Part part) {
    return Map.of(
        "family",
        part.family(),
        "looks",
        part.contestant(),
        "checksMedian",
        part.tally().checks(0.5),
        "checks95",
        part.tally().checks(0.95),
        "checksMost",
        part.tally().mostChecks(),
        "checksAll",
        part.tally().allChecks(),
        "delayMedian",
        part.tally().delay(0.5),
        "delay95",
        part.tally().delay(0.95),
        "inTime",
        part.tally().inTime());
  }

  /** One line of the table. */
  private record Part(String family, String contestant, WatchTally tally) {}

  private static List<Part> parts(Map<Contestant, WatchTally> tallies) {
    var parts = new ArrayList<Part>();
    for (var family : Family.values()) {
      tallies.forEach(
          (contestant, tally) ->
              parts.add(
                  new Part(
                      family.label(),
                      contestant.label(),
                      tally.of(watch -> watch.family() == family))));
    }
    tallies.forEach((contestant, tally) -> parts.add(new Part("all", contestant.label(), tally)));
    return parts;
  }

  private static String decimal(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
