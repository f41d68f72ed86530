package io.flighthubcamunda.bench.waiting;

import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.flighthubcamunda.bench.BenchException;
import io.flighthubcamunda.bench.BenchSettings;
import io.flighthubcamunda.bench.Benchmark;
import io.flighthubcamunda.bench.BusyEngine;
import io.flighthubcamunda.bench.Goal;
import io.flighthubcamunda.bench.Report;
import io.flighthubcamunda.bench.TextTable;
import io.flighthubcamunda.local.RealBroker;
import io.flighthubcamunda.local.WorkerLaunch;
import io.flighthubcamunda.local.WorkerProcess;
import io.flighthubcamunda.simulator.SimulatedModel;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Ten thousand waiting instances on one broker and one worker of 512 MB heap: half of them wait for
 * a slot, half for the next look at their model. A quiet time with them is held against one without
 * any; then a model ends, and the next start shows when that was noticed.
 */
public final class WaitingBenchmark implements Benchmark {

  private static final int INSTANCES = 10_000;
  private static final int SLOTS = 10;
  private static final int HEAP_MEGABYTES = 512;

  private static final Duration QUIET = Duration.ofSeconds(90);
  private static final Duration SETTLE = Duration.ofSeconds(20);

  /** Of the three runs whose end is waited for: they end after the quiet time. */
  private static final List<Duration> SHORT =
      List.of(Duration.ofSeconds(420), Duration.ofSeconds(450), Duration.ofSeconds(480));

  private static final Duration ALLOWED = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final TextTable table =
      new TextTable(
          "waiting", "worker CPU, %", "broker CPU, %", "worker memory, MB", "after", "calls/min");
  private final List<Goal> goals = new ArrayList<>();
  private final Map<String, Object> details = new LinkedHashMap<>();

  @Override
  public Report run(BenchSettings settings, Consumer<String> say) {
    var directory = directory(settings);
    var flightHub =
        SimulatorSettings.defaults()
            .withConcurrentTasks(SLOTS)
            .withQueueTime(Duration.ZERO)
            .withPackagingTime(Duration.ZERO);
    try (var broker = RealBroker.start(settings.camunda(), say);
        var simulator = Simulator.start(flightHub);
        var worker = worker(broker, simulator, directory).start(directory.resolve("worker.log"));
        var client =
            CamundaClient.newClientBuilder()
                .grpcAddress(broker.grpcAddress())
                .preferRestOverGrpc(false)
                .build()) {
      worker.awaitReady();
      BusyEngine.deployDiagrams(client);
      measure(settings, say, broker, simulator, worker, new WaitingRoom(client, simulator));
    }
    return new Report(
        table,
        List.of(
            "The settings of production; %d slots, all taken. CPU in percent of one processor over"
                    .formatted(SLOTS)
                + " %d s; memory is the worker's resident set, its heap limited to %d MB."
                    .formatted(QUIET.toSeconds(), HEAP_MEGABYTES)),
        goals,
        details);
  }

  private void measure(
      BenchSettings settings,
      Consumer<String> say,
      RealBroker broker,
      Simulator simulator,
      WorkerProcess worker,
      WaitingRoom room) {
    pause(SETTLE);
    say.accept("Nothing waits: %d s".formatted(QUIET.toSeconds()));
    var empty = Quiet.watch(QUIET, worker, broker, simulator);
    row("0", empty);
    var instances = settings.scaled(INSTANCES, 200);
    say.accept("Creating %,d instances".formatted(instances));
    var running =
        room.forSlots(
            Stream.concat(
                SHORT.stream(), Stream.generate(() -> Duration.ofHours(24)).limit(SLOTS - 3L)));
    awaitStarted(simulator, SLOTS);
    room.forModels(instances / 2);
    room.forSlots(
        Stream.generate(() -> Duration.ofHours(24)).limit(instances - instances / 2 - SLOTS));
    pause(SETTLE);
    say.accept("%,d wait: %d s".formatted(instances, QUIET.toSeconds()));
    var full = Quiet.watch(QUIET, worker, broker, simulator);
    row(String.format(Locale.ROOT, "%,d", instances), full);
    say.accept("Waiting for the ends of three models");
    var delay = longestDelay(simulator, running);
    goals.add(
        Goal.atMost(
            "percent of one processor that the worker takes, and the broker beyond its own idling",
            OptionalDouble.of(full.worker() + Math.max(0, full.broker() - empty.broker())),
            5));
    goals.add(
        Goal.atMost(
            "growth of the worker's memory in the quiet time",
            OptionalDouble.of(full.memoryAfter() / (double) full.memoryBefore()),
            1.05));
    goals.add(
        Goal.atMost(
            "from the end of a model to the next start, longest of three, as a share of 30 s",
            delay,
            1));
    details.put("instances", instances);
    details.put("slots", SLOTS);
  }

  private void row(String waiting, Quiet quiet) {
    table.row(
        waiting,
        String.format(Locale.ROOT, "%.1f", quiet.worker()),
        String.format(Locale.ROOT, "%.1f", quiet.broker()),
        String.valueOf(quiet.memoryBefore()),
        String.valueOf(quiet.memoryAfter()),
        String.format(Locale.ROOT, "%.1f", quiet.callsPerMinute()));
    details.put("waiting " + waiting, quiet);
  }

  /** The first start after each end fills its slot. */
  private static OptionalDouble longestDelay(Simulator simulator, List<String> running) {
    try {
      awaitStarted(simulator, SLOTS + SHORT.size());
    } catch (ConditionTimeoutException e) {
      return OptionalDouble.empty();
    }
    var models = simulator.flightHub().models();
    var ends =
        Stream.iterate(0, i -> i + 1)
            .limit(SHORT.size())
            .map(i -> startOf(models, running.get(i)).startedAt().plus(SHORT.get(i)))
            .sorted()
            .toList();
    var starts =
        models.stream()
            .filter(model -> !running.contains(model.resourceUuid()))
            .map(SimulatedModel::startedAt)
            .sorted()
            .toList();
    return Stream.iterate(0, i -> i + 1)
        .limit(ends.size())
        .mapToDouble(
            i ->
                Duration.between(ends.get(i), starts.get(i)).toMillis()
                    / (double) ALLOWED.toMillis())
        .max();
  }

  private static SimulatedModel startOf(List<SimulatedModel> models, String resource) {
    return models.stream()
        .filter(model -> model.resourceUuid().equals(resource))
        .findFirst()
        .orElseThrow();
  }

  private static void awaitStarted(Simulator simulator, int count) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> simulator.flightHub().startedReconstructions() >= count);
  }

  private static WorkerLaunch worker(RealBroker broker, Simulator simulator, Path directory) {
    return WorkerLaunch.of(broker.grpcAddress(), simulator, directory, directory)
        .java("-Xmx%dm".formatted(HEAP_MEGABYTES), "-XX:TieredStopAtLevel=1")
        .with(
            "flighthub.admission.slots=" + SLOTS,
            "flighthub.rate-limit.calls-per-second=4",
            "flighthub.rate-limit.burst=4");
  }

  private static void pause(Duration length) {
    await().pollDelay(length).atMost(length.plusSeconds(30)).until(() -> true);
  }

  private static Path directory(BenchSettings settings) {
    try {
      return Files.createDirectories(settings.directory().resolve("waiting")).toRealPath();
    } catch (IOException e) {
      throw new BenchException("No folder could be made for the results: " + e.getMessage(), e);
    }
  }
}
