package io.flighthubcamunda.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flighthubcamunda.api.RawServer;
import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.api.StartReconstruction;
import io.flighthubcamunda.api.TestConnection;
import io.flighthubcamunda.cli.UploadState.Part;
import io.flighthubcamunda.imageset.BatchLimits;
import io.flighthubcamunda.imageset.FolderSource;
import io.flighthubcamunda.imageset.ImageSetPlan;
import io.flighthubcamunda.simulator.ModelType;
import io.flighthubcamunda.simulator.Outcome;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of FlightHub's answers, asked for over real HTTP. */
class FlightHubProgressTest {

  private static final int FILES = 8;
  private static final int FILES_PER_BATCH = 2;
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  @TempDir private Path folder;
  private RawServer server;
  private String answer = "{\"code\":200404,\"message\":\"no such resource\"}";
  private Instant now = Instant.parse("2026-06-18T10:30:00Z");
  private FlightHubProgress progress;

  @BeforeEach
  void startServer() throws IOException {
    TestPhotographs.write(folder, FILES);
    var scan = new FolderSource(folder).scan(Set.of(ReconstructionType.THREE_D));
    var plan = ImageSetPlan.of(scan, List.of(), new BatchLimits(FILES_PER_BATCH, 1_000_000));
    server =
        RawServer.answering(
            (exchange, raw) ->
                RawServer.send(exchange, 200, Map.of("Content-Type", "application/json"), answer));
    progress =
        new FlightHubProgress(
            TestConnection.openModel(server.uri()),
            "r-1",
            PlannedUpload.of(plan),
            INTERVAL,
            () -> now);
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void shouldKnowWhatThereIsToUploadBeforeTheResourceExists() {
    // when
    var upload = progress.get().upload();

    // then
    assertThat(upload.files()).isEqualTo(new Part(0, FILES));
    assertThat(upload.batches()).isEqualTo(new Part(0, 4));
    assertThat(upload.bytes().done()).isZero();
    assertThat(upload.bytes().all()).isPositive();
    assertThat(upload.bytesPerSecond()).isEmpty();
  }

  @Test
  void shouldTellRateAndTimeLeftFromTheSecondBatchOn() {
    // given
    progress.get();
    long all = progress.get().upload().bytes().all();

    // when
    var one = lookAt(2, all / 4);
    var two = lookAt(4, all / 2);

    // then
    assertThat(one.batches().done()).isEqualTo(1);
    assertThat(one.bytesPerSecond()).isEmpty();
    assertThat(one.left()).isEmpty();
    assertThat(two.batches().done()).isEqualTo(2);
    assertThat(two.bytesPerSecond()).hasValue((all / 2 - all / 4) / 10.0);
    assertThat(two.left().orElseThrow()).isBetween(Duration.ofSeconds(19), Duration.ofSeconds(21));
  }

  @Test
  void shouldNotMoveBetweenTwoBatches() {
    // given
    lookAt(2, 1000);
    var before = lookAt(4, 2000);

    // when
    var later = lookAt(4, 2000);

    // then
    assertThat(later).isEqualTo(before);
  }

  @Test
  void shouldCountPlannedBytesWhereFlightHubCountsNone() {
    // when
    var upload = lookAt(FILES, 0);

    // then
    assertThat(upload.bytes().done()).isEqualTo(upload.bytes().all());
    assertThat(upload.complete()).isTrue();
    assertThat(upload.percent()).isEqualTo(100);
  }

  @Test
  void shouldAskNoMoreOftenThanAllowed() {
    // given
    lookAt(2, 1000);

    // when
    now = now.plus(INTERVAL.minusSeconds(1));
    progress.get();

    // then
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void shouldShowTheModelThatIsMadeAfterOneThatFailed() {
    var settings =
        SimulatorSettings.defaults()
            .withQueueTime(Duration.ZERO)
            .withReconstructionTime(Duration.ZERO);
    try (var simulator = Simulator.start(settings)) {
      // given
      var resource = "9b7c3f10-5a3e-4c1f-8a57-1d3c0d7f2a11";
      var flightHub = TestConnection.openModel(simulator);
      var start =
          StartReconstruction.of(
              resource, Map.of(ReconstructionType.THREE_D, JsonNodeFactory.instance.objectNode()));
      simulator.addResource(resource, FILES);
      simulator.outcomes().next(ModelType.THREE_D, Outcome.fail(2));
      var followed =
          new FlightHubProgress(
              flightHub, resource, PlannedUpload.NOTHING, Duration.ZERO, () -> now);
      simulator.setReconstructionTime(resource, Duration.ofSeconds(2));
      flightHub.start(start);
      assertThat(step(followed)).isEqualTo("reconstructing");
      await().untilAsserted(() -> assertThat(step(followed)).isEqualTo("failed, see Tasklist"));

      // when
      simulator.setReconstructionTime(resource, Duration.ofHours(1));
      flightHub.start(start);

      // then
      await().untilAsserted(() -> assertThat(step(followed)).isEqualTo("reconstructing"));
    }
  }

  private static String step(FlightHubProgress followed) {
    return followed.get().models().stream()
        .map(ReconstructionProgress.ModelProgress::step)
        .collect(Collectors.joining());
  }

  private UploadState lookAt(int files, long bytes) {
    var names =
        IntStream.rangeClosed(1, files)
            .mapToObj("\"DJI_%04d.JPG\""::formatted)
            .collect(Collectors.joining(","));
    answer =
        "{\"code\":0,\"data\":{\"resource_uuid\":\"r-1\",\"status\":1,\"resource_size\":%d,\"file_names\":[%s]}}"
            .formatted(bytes, names);
    now = now.plus(INTERVAL);
    return progress.get().upload();
  }
}
