package io.flighthubcamunda.bench.admission;

import io.camunda.client.CamundaClient;
import io.flighthubcamunda.bench.BenchException;
import io.flighthubcamunda.bench.BenchSettings;
import io.flighthubcamunda.bench.Benchmark;
import io.flighthubcamunda.bench.Goal;
import io.flighthubcamunda.bench.Report;
import io.flighthubcamunda.bench.TextTable;
import io.flighthubcamunda.local.LocalEngine;
import io.flighthubcamunda.local.RealBroker;
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
          "idle calls/min");
  private final List<Goal> goals = new ArrayList<>();
  private final Map<String, Object> details = new LinkedHashMap<>();

  @Override
  public Report run(BenchSettings settings, Consumer<String> say) {
    var instances = settings.scaled(QUEUED, 20);
    try (var engine = RealBroker.start(settings.camunda(), say);
        var client = client(engine)) {
      new GateProcess(client).deploy();
      Scenario.all(instances).stream()
          .filter(scenario -> chosen(settings, scenario.name()))
          .forEach(scenario -> measure(scenario, engine, client, settings, say));
      if (chosen(settings, IDLE)) {
        IdleRun.all().forEach(idle -> measure(idle, engine, client, settings, say));
      }
    }
    details.put("instances", instances);
    details.put("minuteOfProductionMillis", RunTimes.MINUTE.toMillis());
    return new Report(table, List.of(remark(instances)), goals, details);
  }

  private static boolean chosen(BenchSettings settings, String name) {
    return settings.only().isEmpty() || settings.only().contains(name);
  }

  private void measure(
      Scenario scenario,
      LocalEngine engine,
      CamundaClient client,
      BenchSettings settings,
      Consumer<String> say) {
    var name = scenario.title();
    say.accept("%s: %d instances".formatted(name, scenario.instances()));
    var figures =
        new ScenarioRun(scenario, engine.grpcAddress(), client, directory(settings, name))
            .measure();
    table.row(
        scenario.name(),
        String.valueOf(scenario.capacity()),
        String.valueOf(scenario.workers()),
        scenario.list().label(),
        number("%.3f", figures.makespan()),
        number("%.2f", figures.inversions()),
        number("%.1f", figures.refused()),
        number("%.1f", figures.callsPerStart()),
        "-");
    details.put(name, figures);
    goals.addAll(AdmissionGoals.of(scenario, figures));
  }

  private void measure(
      IdleRun idle,
      LocalEngine engine,
      CamundaClient client,
      BenchSettings settings,
      Consumer<String> say) {
    say.accept(idle.title());
    var rate = idle.callsPerMinute(engine.grpcAddress(), client, directory(settings, idle.title()));
    table.row(
        idle.name(),
        String.valueOf(IdleRun.CAPACITY),
        String.valueOf(idle.workers()),
        "current",
        "-",
        "-",
        "-",
        "-",
        number("%.2f", rate));
    details.put(idle.title(), rate);
    goals.add(Goal.atMost("calls a minute, " + idle.title(), OptionalDouble.of(rate), 2));
  }

  private static String remark(int instances) {
    return ("%d instances are queued in order; runs are spread evenly from 1 to 20. A minute of"
            + " production is %d ms here, so that runs of 10 to 200 minutes take %d ms to 5 s; the"
            + " gate's pauses are not shortened as much (48 s of production instead of 30 s), and"
            + " the time that engine, FlightHub and machine take for a start is not shortened at"
            + " all: here it is a part of the makespan that it is not in production. Idle calls are"
            + " of all workers together, without checks of models, with pauses of a tenth and"
            + " minutes of 6 s. Without a list, refusals are how the gate asks.")
        .formatted(instances, RunTimes.MINUTE.toMillis(), 10 * RunTimes.MINUTE.toMillis());
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static CamundaClient client(LocalEngine engine) {
    return CamundaClient.newClientBuilder()
        .grpcAddress(engine.grpcAddress())
        .preferRestOverGrpc(false)
        .build();
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
