package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flighthubcamunda.cli.EndReport;
import io.flighthubcamunda.cli.ReconstructionEnd;
import io.flighthubcamunda.docs.WhatHappensWhen;
import io.flighthubcamunda.local.WorkerLaunch;
import io.flighthubcamunda.local.WorkerProcess;
import io.flighthubcamunda.simulator.SimulatedModel;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers that leave results to people, because nobody else may read them. */
@Tag("processes")
class ManualResultTest {

  private static final int DELETED = 3;

  @TempDir private static Path directory;
  private static Path images;
  private static Path results;
  private static VirtualEngine engine;
  private static Simulator simulator;
  private static WorkerProcess worker;

  @BeforeAll
  static void startEngineFlightHubAndWorker() throws IOException {
    images = Files.createDirectories(directory.toRealPath().resolve("images"));
    results = Files.createDirectories(directory.toRealPath().resolve("results"));
    engine = VirtualEngine.start();
    simulator =
        Simulator.start(
            SimulatorSettings.defaults().withClock(engine.clock()).withReadableResults(false));
    worker =
        WorkerLaunch.of(engine.grpcAddress(), simulator, images, results)
            .hurried()
            .with("flighthub.result.strategy=STORE,MANUAL")
            .start(directory.resolve("worker.log"))
            .awaitReady();
  }

  @AfterAll
  static void stop() {
    worker.close();
    simulator.close();
    engine.close();
  }

  @Test
  @WhatHappensWhen("the store lets nobody read results")
  void shouldLeaveTheModelInFlightHubThoughModelsAreNotToStay() {
    // given
    var folder = Photographs.into(images.resolve("quarry"), 5);

    // when
    var instance =
        engine
            .reconstruct(Map.of("imageFolder", folder.toString(), "keepModels", false))
            .awaitEnd();

    // then
    var model = modelOf(instance.resourceUuid());
    var result = instance.variable("results").path(0);
    assertThat(instance.outcome()).isEqualTo("ready");
    assertThat(result.path("modelUuid").asText()).isEqualTo(model.uuid());
    assertThat(result.path("toFetch").asText()).isEqualTo(toFetch(model));
    assertThat(result.has("file")).isFalse();
    assertThat(model.deleted()).isFalse();
    assertThat(instance.variable("cleanUp").path("keptModels"))
        .singleElement()
        .satisfies(kept -> assertThat(kept.asText()).isEqualTo(model.uuid()));
    assertThat(instance.variable("cleanUp").path("deletedModels")).isEmpty();
    assertImagesDeleted(instance.resourceUuid());
    assertThat(atTheTerminal(instance))
        .filteredOn(line -> !line.startsWith("Warning: "))
        .containsExactly(toFetch(model), "All models are ready.");
  }

  /** What the verb {@code reconstruct} says in the end. */
  private static List<String> atTheTerminal(ReconstructionInstance instance) {
    var variables = new ObjectMapper().createObjectNode();
    List.of("outcome", "imageSet", "models", "results")
        .forEach(name -> variables.set(name, instance.variable(name)));
    var said = new ByteArrayOutputStream();
    new EndReport(new PrintStream(said, true, StandardCharsets.UTF_8))
        .print(new ObjectMapper().convertValue(variables, ReconstructionEnd.class));
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static String toFetch(SimulatedModel model) {
    return "Fetch the archive of the 3d model %s from FlightHub's pages; it is kept there."
        .formatted(model.uuid());
  }

  private static SimulatedModel modelOf(String resourceUuid) {
    return simulator.flightHub().models().stream()
        .filter(model -> model.resourceUuid().equals(resourceUuid))
        .findFirst()
        .orElseThrow();
  }

  private static void assertImagesDeleted(String resourceUuid) {
    engine.advance(Duration.ofMinutes(1));
    assertThat(simulator.flightHub().resources())
        .filteredOn(resource -> resource.uuid().equals(resourceUuid))
        .singleElement()
        .satisfies(resource -> assertThat(resource.status()).isEqualTo(DELETED));
  }
}
