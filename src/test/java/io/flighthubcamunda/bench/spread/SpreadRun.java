package io.flighthubcamunda.bench.spread;

import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.flighthubcamunda.bench.BenchException;
import io.flighthubcamunda.bench.link.LinkShape;
import io.flighthubcamunda.local.InMemoryEngine;
import io.flighthubcamunda.local.LocalEngineException;
import io.flighthubcamunda.local.WorkerLaunch;
import io.flighthubcamunda.local.WorkerProcess;
import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;

/** One image set, an engine of its own, and some workers that are ready before it begins. */
final class SpreadRun implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration LOOK = Duration.ofMillis(20);

  /** Few, so that each worker gets many batches and the last ones weigh little. */
  private static final int FILES_PER_BATCH = 3;

  private final Path images;
  private final int count;
  private final Path directory;
  private final InMemoryEngine engine;
  private final Simulator simulator;
  private final List<LinkedFlightHub> links = new ArrayList<>();
  private final List<WorkerProcess> workers = new ArrayList<>();

  private SpreadRun(
      Path images, int count, Path directory, InMemoryEngine engine, Simulator simulator) {
    this.images = images;
    this.count = count;
    this.directory = directory;
    this.engine = engine;
    this.simulator = simulator;
  }

  /**
   * @param link one for each worker; empty for a store on this machine
   * @throws BenchException when not all files arrived
   */
  static Spread of(Path images, int count, int workers, Optional<LinkShape> link, Path directory) {
    try (var run =
        new SpreadRun(
            images,
            count,
            directory,
            InMemoryEngine.start(status -> {}),
            Simulator.start(SimulatorSettings.defaults()))) {
      run.startWorkers(workers, link);
      return run.upload(link.isPresent());
    } catch (IOException | LocalEngineException e) {
      throw new BenchException("The workers did not start: " + e.getMessage(), e);
    }
  }

  private void startWorkers(int number, Optional<LinkShape> shape) throws IOException {
    var results = Files.createDirectories(directory.resolve("results"));
    for (int i = 0; i < number; i++) {
      var command =
          WorkerLaunch.of(engine.grpcAddress(), simulator, images, results)
              .hurried()
              .with("flighthub.batch.max-files=" + FILES_PER_BATCH);
      if (shape.isPresent()) {
        var link = LinkedFlightHub.open(simulator, shape.get());
        links.add(link);
        command = command.with("flighthub.base-url=" + link.baseUrl());
      }
      var log = directory.resolve("worker-%d-of-%d.log".formatted(i + 1, number));
      workers.add(command.start(log));
      // One after the other: they would take the cores from each other for longer than the
      // deployment of the processes may take.
      workers.getLast().awaitReady();
    }
  }

  private Spread upload(boolean far) {
    reconstruct();
    awaitOrEnd(() -> simulator.flightHub().calls(Operation.OBTAIN_TOKEN) > 0);
    var begin = System.nanoTime();
    awaitOrEnd(() -> files() == count);
    var seconds = (System.nanoTime() - begin) / 1e9;
    return new Spread(far, workers.size(), simulator.flightHub().uploads(), files(), seconds);
  }

  private void reconstruct() {
    try (var client =
        CamundaClient.newClientBuilder()
            .grpcAddress(engine.grpcAddress())
            .preferRestOverGrpc(false)
            .build()) {
      client
          .newCreateInstanceCommand()
          .bpmnProcessId("reconstruct-images")
          .latestVersion()
          .variables(Map.of("imageFolder", images.toString(), "types", List.of("2d")))
          .send()
          .join();
    }
  }

  private void awaitOrEnd(Callable<Boolean> condition) {
    try {
      await().atMost(PATIENCE).pollInterval(LOOK).until(condition);
    } catch (ConditionTimeoutException e) {
      throw new BenchException(
          "Only %,d of %,d files arrived in %d minutes; the workers' logs are in %s."
              .formatted(files(), count, PATIENCE.toMinutes(), directory),
          e);
    }
  }

  private int files() {
    return simulator.flightHub().resources().stream()
        .mapToInt(resource -> resource.fileNames().size())
        .sum();
  }

  @Override
  public void close() {
    workers.forEach(WorkerProcess::close);
    links.forEach(LinkedFlightHub::close);
    simulator.close();
    engine.close();
  }
}
