package io.flighthubcamunda.bench.memory;

import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.flighthubcamunda.bench.BenchException;
import io.flighthubcamunda.local.InMemoryEngine;
import io.flighthubcamunda.local.LocalEngineException;
import io.flighthubcamunda.local.WorkerLaunch;
import io.flighthubcamunda.local.WorkerProcess;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ConditionTimeoutException;

/** A worker as in production, with a small heap, that checks and uploads one image set. */
final class SmallWorker {

  static final int HEAP_MEGABYTES = 128;

  private static final Duration PATIENCE = Duration.ofMinutes(8);

  /**
   * What it took.
   *
   * @param uploaded files that FlightHub knows at the end
   * @param seconds from the start of the instance to the last file
   */
  record Outcome(int uploaded, double seconds, HeapLog heap) {}

  private SmallWorker() {}

  static Outcome upload(Path images, int count, Path directory) {
    try (var engine = InMemoryEngine.start(status -> {});
        var simulator = Simulator.start(SimulatorSettings.defaults());
        var client =
            CamundaClient.newClientBuilder()
                .grpcAddress(engine.grpcAddress())
                .preferRestOverGrpc(false)
                .build()) {
      var heap = directory.resolve("heap-%d.log".formatted(count));
      var results = Files.createDirectories(directory.resolve("results"));
      var output = directory.resolve("worker-%d.log".formatted(count));
      try (var worker =
          WorkerLaunch.of(engine.grpcAddress(), simulator, images, results)
              .java(HeapLog.options(heap).toArray(String[]::new))
              .java("-Xmx%dm".formatted(HEAP_MEGABYTES), "-XX:+ExitOnOutOfMemoryError")
              .start(output)) {
        worker.awaitReady();
        var start = System.nanoTime();
        var resource = reconstruct(client, images);
        awaitFiles(simulator, resource, count, worker);
        var seconds = (System.nanoTime() - start) / 1e9;
        return new Outcome(files(simulator, resource), seconds, HeapLog.read(heap));
      }
    } catch (IOException | LocalEngineException e) {
      throw new BenchException("The worker did not start: " + e.getMessage(), e);
    }
  }

  private static String reconstruct(CamundaClient client, Path images) {
    var resource = UUID.randomUUID().toString();
    client
        .newCreateInstanceCommand()
        .bpmnProcessId("reconstruct-images")
        .latestVersion()
        .variables(
            Map.of(
                "imageFolder", images.toString(), "types", List.of("2d"), "resourceUuid", resource))
        .send()
        .join();
    return resource;
  }

  private static void awaitFiles(
      Simulator simulator, String resource, int count, WorkerProcess worker) {
    try {
      await()
          .atMost(PATIENCE)
          .until(() -> !worker.isAlive() || files(simulator, resource) == count);
    } catch (ConditionTimeoutException e) {
      // The number of files tells how far it came.
      return;
    }
  }

  private static int files(Simulator simulator, String resource) {
    return simulator.flightHub().resources().stream()
        .filter(found -> found.uuid().equals(resource))
        .mapToInt(found -> found.fileNames().size())
        .sum();
  }
}
