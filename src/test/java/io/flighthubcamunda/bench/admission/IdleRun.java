package io.flighthubcamunda.bench.admission;

import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * What gates ask of FlightHub while nothing happens.
 *
 * @param queued instances; those that find no slot wait all the time
 * @param cancelled of them, one after the other while they wait
 * @param workers processes
 */
record IdleRun(int queued, int cancelled, int workers) {

  static final int CAPACITY = 2;

  /** One minute of production. */
  private static final Duration MINUTE = Duration.ofSeconds(6);

  private static final int MINUTES = 8;

  /** The defaults, a tenth of them each. */
  private static final List<String> SETTINGS =
      List.of(
          "flighthub.admission.slots=" + CAPACITY,
          "flighthub.admission.full-pause=3s",
          "flighthub.admission.wait-for-jobs=2s",
          "flighthub.admission.turn-timeout=6s",
          "flighthub.admission.job-timeout=12s",
          "flighthub.admission.list-grace=3s");

  private static final int WAITING = 20;

  private static final int CANCELLED = 50;

  static List<IdleRun> all() {
    return List.of(
        new IdleRun(0, 0, 1),
        new IdleRun(0, 0, 3),
        new IdleRun(WAITING, 0, 1),
        new IdleRun(WAITING, 0, 3),
        new IdleRun(CANCELLED + WAITING, CANCELLED, 3));
  }

  String name() {
    if (queued == 0) {
      return "empty queue";
    }
    return cancelled == 0
        ? "full, %d wait".formatted(queued - CAPACITY)
        : "full, %d of %d cancelled".formatted(cancelled, queued - CAPACITY);
  }

  String title() {
    return "%s, %s".formatted(name(), workers == 1 ? "1 worker" : workers + " workers");
  }

  double callsPerMinute(URI engine, CamundaClient client, Path directory) {
    var settings = SimulatorSettings.defaults().withConcurrentTasks(CAPACITY);
    try (var simulator = Simulator.start(settings);
        var gates = GateWorkers.start(workers, engine, simulator, directory, SETTINGS)) {
      var submission =
          new Submission(
              simulator, new TimeScale(MINUTE), Collections.nCopies(queued, Duration.ofHours(1)));
      var process = new GateProcess(client);
      var instances = submission.resources().stream().map(process::create).toList();
      try {
        await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> submission.started() == Math.min(queued, CAPACITY));
        var before = calls(simulator);
        // Those at the head of the queue, which are next.
        instances
            .subList(Math.min(queued, CAPACITY), Math.min(queued, CAPACITY + cancelled))
            .forEach(process::cancelIfThere);
        await()
            .pollDelay(MINUTE.multipliedBy(MINUTES))
            .atMost(Duration.ofMinutes(2))
            .until(() -> true);
        return (double) (calls(simulator) - before) / MINUTES;
      } finally {
        instances.forEach(process::cancelIfThere);
      }
    }
  }

  private static int calls(Simulator simulator) {
    return Stream.of(Operation.START, Operation.LIST_RUNNING)
        .mapToInt(simulator.flightHub()::calls)
        .sum();
  }
}
