package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.docs.WhatHappensWhen;
import io.flighthubcamunda.local.WorkerLaunch;
import io.flighthubcamunda.local.WorkerProcess;
import io.flighthubcamunda.simulator.Fault;
import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.simulator.SimulatedModel;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workers that are killed without warning, as real processes. Whatever they were doing, another one
 * goes on: one reconstruction, one result, nothing left behind.
 */
@Tag("processes")
class KilledWorkerTest {

  private static final String START = "flighthub.open-model.start";
  private static final String GET_MODEL = "flighthub.open-model.get-model";

  /** As in production: less than the two minutes in which another worker must go on. */
  private static final Duration UPLOAD_TIMEOUT = Duration.ofSeconds(60);

  private static final int BATCH = 10;
  private static final int BATCHES_IN_HAND = 2;
  private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
  private static final Duration ANSWER_HELD_BACK = Duration.ofMinutes(5);

  @TempDir private static Path directory;
  private static Path images;
  private static Path results;
  private static Path store;
  private static VirtualEngine engine;
  private static Simulator simulator;
  private static WorkerProcess worker;

  @BeforeAll
  static void startEngineAndFlightHub() throws IOException {
    var real = directory.toRealPath();
    images = Files.createDirectories(real.resolve("images"));
    results = Files.createDirectories(real.resolve("results"));
    store = Files.createDirectories(real.resolve("store"));
    engine = VirtualEngine.start();
    simulator =
        Simulator.start(
            SimulatorSettings.defaults()
                .withClock(engine.clock())
                .withStoreDirectory(store)
                .withQueueTime(Duration.ofSeconds(10))
                .withReconstructionTime(Duration.ofMinutes(5))
                .withPackagingTime(Duration.ofSeconds(10)));
  }

  @AfterAll
  static void stop() {
    if (worker != null) {
      worker.close();
    }
    simulator.close();
    engine.close();
  }

  @BeforeEach
  void startWorker() {
    if (worker == null || !worker.isAlive()) {
      worker = startedWorker();
    }
  }

  private static WorkerProcess startedWorker() {
    return WorkerLaunch.of(engine.grpcAddress(), simulator, images, results)
        .hurried()
        .with(
            // One file after the other, so that there is time to kill.
            "flighthub.upload.min-parallel-files=1",
            "flighthub.upload.max-parallel-files=1",
            "flighthub.batch.max-files=" + BATCH)
        .start(directory.resolve("worker.log"))
        .awaitReady();
  }

  @Test
  @WhatHappensWhen("a worker dies")
  void shouldUploadTheBatchAgainThatAKilledWorkerWasSending() {
    // given
    int files = 90;
    long uploadsBefore = simulator.flightHub().uploads();
    long before = objectsInStore();
    var instance = reconstruct("upload", files);
    engine.awaitWithoutTimePassing("the first bytes", () -> objectsInStore() > before);

    // when
    killAndReplace();
    assertThat(objectsInStore() - before).isLessThan(files);
    engine.advance(UPLOAD_TIMEOUT.plusSeconds(30));
    instance.awaitEnd();

    // then
    assertOneReconstructionAndOneResult(instance);
    assertThat(instance.variable("resource").path("fileCount").asInt()).isEqualTo(files);
    assertThat(simulator.flightHub().uploads() - uploadsBefore)
        .isBetween((long) files, (long) files + BATCHES_IN_HAND * BATCH);
  }

  @Test
  @WhatHappensWhen("a worker dies")
  void shouldAdoptTheReconstructionThatAKilledWorkerHadStarted() {
    // given
    simulator.faults().next(Operation.START, new Fault.DelayAfterEffect(ANSWER_HELD_BACK));
    var instance = reconstruct("start", 5);
    engine.passTimeUntil("a start without an answer", () -> models(instance).count() == 1);
    int starts = simulator.flightHub().calls(Operation.START);

    // when
    killAndReplace();
    engine.advance(START_TIMEOUT.plusSeconds(30));
    instance.awaitEnd();

    // then
    assertOneReconstructionAndOneResult(instance);
    assertThat(simulator.flightHub().calls(Operation.START)).isEqualTo(starts);
  }

  @Test
  @WhatHappensWhen("a worker dies")
  void shouldGoOnWaitingForTheModelOfAKilledWorker() {
    // given
    var instance = reconstruct("waiting", 5).awaitDone(START).awaitDone(GET_MODEL);

    // when
    killAndReplace();
    instance.awaitEnd();

    // then
    assertOneReconstructionAndOneResult(instance);
  }

  private static ReconstructionInstance reconstruct(String name, int files) {
    var folder = Photographs.into(images.resolve(name), files);
    return engine.reconstruct(Map.of("imageFolder", folder.toString(), "resultFolder", name));
  }

  private static void killAndReplace() {
    worker.close();
    worker = startedWorker();
  }

  private static void assertOneReconstructionAndOneResult(ReconstructionInstance instance) {
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(models(instance)).hasSize(1);
    var folder = results.resolve(instance.variable("resultFolder").asText());
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("3d.zip", "image-set.html");
    assertThat(simulator.flightHub().running()).isZero();
    assertThat(simulator.flightHub().resources())
        .filteredOn(resource -> resource.uuid().equals(instance.resourceUuid()))
        .singleElement()
        .satisfies(resource -> assertThat(resource.status()).isNotEqualTo(1));
  }

  private static Stream<SimulatedModel> models(ReconstructionInstance instance) {
    return simulator.flightHub().models().stream()
        .filter(model -> model.resourceUuid().equals(instance.resourceUuid()));
  }

  private static long objectsInStore() {
    try (var tree = Files.walk(store)) {
      return tree.filter(file -> file.getFileName().toString().endsWith(".JPG")).count();
    } catch (IOException | UncheckedIOException e) {
      // The tree changes while it is walked; the next look counts.
      return 0;
    }
  }
}
