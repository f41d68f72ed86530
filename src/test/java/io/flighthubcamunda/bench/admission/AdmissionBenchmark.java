package io.flighthubcamunda.bench.admission;

import io.flighthubcamunda.bench.BenchException;
import io.flighthubcamunda.bench.BenchSettings;
import io.flighthubcamunda.bench.Benchmark;
import io.flighthubcamunda.bench.Goal;
import io.flighthubcamunda.bench.Report;
import io.flighthubcamunda.bench.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A long queue before FlightHub's few slots, worked off by real worker processes on a real broker:
 * how much longer than ideal, in which order, with how many refusals and calls; and what is asked
 * while nothing happens. FlightHub's own record of the starts counts.
 */
public final class AdmissionBenchmark implements Benchmark {

  private static final int QUEUED = 200;
  private static final String IDLE = "idle";

  private final TextTable table =
      new TextTable(
          "scenario",
          "slots",
          "workers",
          "running list",
          "makespan / ideal",
          "inversions, %",
          "refused, %",
          "calls per start",
          "slot free, min",
          "of it the start",
          "idle calls/min");
  private final List<Goal> goals = new ArrayList<>();
  private final Map<String, Object> details = new LinkedHashMap<>();

  @Override
  public Report run(BenchSettings settings, Consumer<String> say) {
    var instances = settings.scaled(QUEUED, 20);
    var tasks = new ArrayList<Lanes.Task<Measured>>();
    for (var scenario : Scenario.all(instances)) {
      if (chosen(settings, scenario.name()) || chosen(settings, scenario.id())) {
        tasks.add(lane -> measure(scenario, lane, settings));
      }
    }
    if (chosen(settings, IDLE)) {
      IdleRun.all().forEach(idle -> tasks.add(lane -> measure(idle, lane, settings)));
    }
    for (var measured : Lanes.run(tasks, settings.camunda(), say)) {
      table.row(measured.row());
      details.put(measured.title(), measured.figures());
      goals.addAll(measured.goals());
    }
    details.put("instances", instances);
    return new Report(table, List.of(remark(instances)), goals, details);
  }

  /** One row, and what belongs to it. */
  private record Measured(String title, String[] row, Object figures, List<Goal> goals) {}

  private static boolean chosen(BenchSettings settings, String name) {
    return settings.only().isEmpty() || settings.only().contains(name);
  }

  private static Measured measure(Scenario scenario, Lanes.Lane lane, BenchSettings settings) {
    var title = scenario.title();
    lane.say().accept("%s: %d instances".formatted(title, scenario.instances()));
    var figures =
        new ScenarioRun(scenario, lane.engine(), lane.client(), directory(settings, title))
            .measure();
    // Soon, because a long benchmark may be broken off.
    lane.say().accept("%s: %s".formatted(title, figures));
    String[] row = {
      scenario.name(),
      String.valueOf(scenario.capacity()),
      String.valueOf(scenario.workers()),
      scenario.list().label(),
      number("%.3f", figures.makespan()),
      number("%.2f", figures.inversions()),
      number("%.1f", figures.refused()),
      number("%.1f", figures.callsPerStart()),
      number("%.2f", figures.freeMinutes()),
      number("%.2f", figures.startMinutes()),
      "-"
    };
    return new Measured(title, row, figures, AdmissionGoals.of(scenario, figures));
  }

  private static Measured measure(IdleRun idle, Lanes.Lane lane, BenchSettings settings) {
    var title = idle.title();
    lane.say().accept(title);
    var rate = idle.callsPerMinute(lane.engine(), lane.client(), directory(settings, title));
    lane.say().accept("%s: %.2f calls a minute".formatted(title, rate));
    String[] row = {
      idle.name(),
      String.valueOf(IdleRun.CAPACITY),
      String.valueOf(idle.workers()),
      "current",
      "-",
      "-",
      "-",
      "-",
      "-",
      "-",
      number("%.2f", rate)
    };
    return new Measured(
        title,
        row,
        rate,
        List.of(Goal.atMost("calls a minute, " + title, OptionalDouble.of(rate), 2)));
  }

  private static String remark(int instances) {
    return ("%d instances are queued in order, half as many in some scenarios; runs are spread"
            + " evenly from 10 to 200 minutes of production. Such a minute is %s here with 2, 5 and"
            + " 10 slots; the product's pauses are its defaults, in the same proportion. What"
            + " engine, FlightHub and machine take for a start is not scaled: it is a part of the"
            + " makespan here that it is not in production, and the last column but one tells it."
            + " Idle calls are of all workers together, without checks of models, with the default"
            + " pauses divided by ten and minutes of 6 s. Without a list, refusals are how the gate"
            + " asks.")
        .formatted(
            instances,
            IntStream.of(2, 5, 10)
                .mapToObj(slots -> TimeScale.forSlots(slots).minute().toMillis() + " ms")
                .collect(Collectors.joining(", ")));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static Path directory(BenchSettings settings, String name) {
    try {
      return Files.createDirectories(
              settings.directory().resolve("admission").resolve(name.replaceAll("\\W+", "-")))
          .toRealPath();
    } catch (IOException e) {
      throw new BenchException("No folder could be made for the logs: " + e.getMessage(), e);
    }
  }
}
