package io.flighthubcamunda.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flighthubcamunda.api.RawServer;
import io.flighthubcamunda.api.TestConnection;
import io.flighthubcamunda.worker.survey.ImageSetRow;
import io.flighthubcamunda.worker.survey.OutcomeReport;
import io.flighthubcamunda.worker.survey.SummaryReport;
import io.flighthubcamunda.worker.survey.SurveyFiles;
import io.grpc.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Following a survey by what its workers leave behind. */
class SurveyFollowTest {

  private static final String SURVEY = "s-now";
  private static final Duration PAUSE = Duration.ofMillis(1);

  @TempDir private Path folder;
  private final JsonMapper json = new JsonMapper();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void shouldTakeTheSummaryOfThisSurveyWhenTheConnectionIsLost() throws Exception {
    // given
    writeSummary("s-before");
    var survey = lost(folder);

    // when
    var end = survey.follow(afterLooks(3, () -> writeSummary(SURVEY)), view(), PAUSE);

    // then
    assertThat(end)
        .isInstanceOfSatisfying(
            Survey.End.Summarized.class,
            summarized -> {
              assertThat(summarized.report().surveyUuid()).isEqualTo(SURVEY);
              assertThat(summarized.ready()).isFalse();
            });
  }

  @Test
  void shouldSayThatTheSurveyGoesOnWhenItsFolderGoesOutOfSight() throws IOException {
    // given
    var seen = Files.createDirectory(folder.resolve("seen"));
    var survey = lost(seen);

    // when / then
    assertThatThrownBy(() -> survey.follow(afterLooks(2, () -> delete(seen)), view(), PAUSE))
        .hasMessageContaining("connection to Camunda was lost")
        .hasMessageContaining("goes on");
  }

  @Test
  void shouldPassOnWhatIsNoLostConnection() {
    // given
    var refused = Status.NOT_FOUND.withDescription("no such process").asRuntimeException();
    var survey = new Survey(CompletableFuture.failedFuture(refused), SURVEY, folder);

    // when / then
    assertThatThrownBy(() -> survey.follow(afterLooks(1, () -> {}), view(), PAUSE))
        .hasRootCause(refused);
  }

  @Test
  void shouldCountWhatEndedInThisSurveyOnly() throws IOException {
    // given
    var imageSets = IntStream.rangeClosed(1, 4).mapToObj(SurveyFollowTest::imageSet).toList();
    writeOutcome(1, "r-1", "partly-ready");
    writeOutcome(2, "r-2", "failed");
    writeOutcome(3, "r-of-an-earlier-survey", "ready");
    Files.writeString(
        Files.createDirectory(folder.resolve("004")).resolve(SurveyFiles.OUTCOME), "{");
    try (var server = RawServer.answering(200, running("r-3", "r-1", "r-of-somebody"))) {
      var progress =
          new SurveyProgress(
              TestConnection.openModel(server.uri()),
              imageSets,
              folder,
              Duration.ofHours(1),
              () -> Instant.EPOCH);

      // when
      var state = progress.get();
      progress.get();

      // then
      assertThat(state)
          .isEqualTo(new SurveyState(4, OptionalInt.of(1), OptionalInt.of(1), OptionalInt.of(1)));
      assertThat(server.asked()).hasSize(1);
    }
  }

  private Survey lost(Path resultFolder) {
    return new Survey(
        CompletableFuture.failedFuture(
            new FollowingException("not seen", Status.UNAVAILABLE.asRuntimeException())),
        SURVEY,
        resultFolder);
  }

  private SurveyView view() {
    return SurveyView.on(new PrintStream(out, true, StandardCharsets.UTF_8), 1);
  }

  /** Lets something happen while a survey is followed. */
  private static Supplier<SurveyState> afterLooks(int looks, Runnable event) {
    var left = new int[] {looks};
    return () -> {
      if (--left[0] == 0) {
        event.run();
      }
      return new SurveyState(1, OptionalInt.of(0), OptionalInt.of(0), OptionalInt.empty());
    };
  }

  private void writeSummary(String surveyUuid) {
    var row = new SummaryReport.Row("a", "/i", "failed", "PT1S", List.of(), "001", null, null);
    write(
        folder.resolve(SurveyFiles.SUMMARY),
        new SummaryReport("s", surveyUuid, "", "", "PT1S", Map.of("failed", 1), List.of(row)));
  }

  private void writeOutcome(int number, String resourceUuid, String state) throws IOException {
    var target = Files.createDirectory(folder.resolve("00" + number));
    write(
        target.resolve(SurveyFiles.OUTCOME),
        new OutcomeReport("a", resourceUuid, state, "PT1S", List.of(), null));
  }

  private void write(Path file, Object content) {
    try {
      json.writeValue(file.toFile(), content);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ImageSetRow imageSet(int number) {
    return new ImageSetRow("a", "/i", List.of("3d"), null, "00" + number, "r-" + number);
  }

  private static String running(String... resourceUuids) {
    var models =
        IntStream.range(0, resourceUuids.length)
            .mapToObj(
                i -> Map.of("model_uuid", "m-" + i, "resource_uuid", resourceUuids[i], "status", 3))
            .toList();
    try {
      return new JsonMapper()
          .writeValueAsString(Map.of("code", 0, "message", "OK", "data", Map.of("list", models)));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
