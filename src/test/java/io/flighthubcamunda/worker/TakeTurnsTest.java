package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.local.WorkerLaunch;
import io.flighthubcamunda.local.WorkerProcess;
import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.simulator.SimulatedModel;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several worker processes before FlightHub's two slots. */
@Tag("processes")
class TakeTurnsTest {

  private static final String START = "flighthub.open-model.start";
  private static final int WORKERS = 2;
  private static final int INSTANCES = 5;

  @TempDir private Path directory;
  private Path images;
  private VirtualEngine engine;
  private Simulator simulator;
  private List<WorkerProcess> workers = List.of();

  @BeforeEach
  void startEngineFlightHubAndWorkers() throws IOException {
    images = Files.createDirectories(directory.toRealPath().resolve("images"));
    var results = Files.createDirectories(directory.toRealPath().resolve("results"));
    engine = VirtualEngine.start();
    simulator = Simulator.start(SimulatorSettings.defaults().withClock(engine.clock()));
    var worker =
        WorkerLaunch.of(engine.grpcAddress(), simulator, images, results)
            .hurried()
            .with(
                // The clock leaps here.
                "flighthub.admission.turn-timeout=365d", "flighthub.admission.job-timeout=365d");
    workers =
        IntStream.range(0, WORKERS)
            // One by one: together they would keep small machines too busy to deploy in time.
            .mapToObj(
                i -> worker.start(directory.resolve("worker-%d.log".formatted(i))).awaitReady())
            .toList();
  }

  @AfterEach
  void stop() {
    workers.forEach(WorkerProcess::close);
    simulator.close();
    engine.close();
  }

  @Test
  void shouldStartInOrderAndAskForNoMoreStartsThanThereAreSlots() {
    // when
    var instances = Stream.generate(this::reconstruct).limit(INSTANCES).toList();
    instances.forEach(ReconstructionInstance::awaitEnd);

    // then
    assertThat(simulator.flightHub().calls(Operation.START)).isEqualTo(INSTANCES);
    assertThat(simulator.flightHub().models())
        .extracting(SimulatedModel::resourceUuid)
        .containsExactlyElementsOf(
            instances.stream()
                .sorted(Comparator.comparing(instance -> instance.firstJob(START).key()))
                .map(ReconstructionInstance::resourceUuid)
                .toList());
    assertThat(workers)
        .filteredOn(worker -> worker.output().contains(" started: "))
        .as("workers that let reconstructions start")
        .hasSize(1);
  }

  private ReconstructionInstance reconstruct() {
    var folder = Photographs.into(images.resolve(String.valueOf(System.nanoTime())), 5);
    return engine.reconstruct(Map.of("imageFolder", folder.toString()));
  }
}
