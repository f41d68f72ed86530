package io.flighthubcamunda.worker.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.survey.ListedImageSet;
import io.flighthubcamunda.worker.job.FailureVariable;
import io.flighthubcamunda.worker.job.Model;
import io.flighthubcamunda.worker.job.ModelState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How large the variables of a survey get. */
class SurveyVariablesTest {

  private static final int LIMIT = 100_000;
  private static final UUID SURVEY = UUID.fromString("2f0c7b1e-5d53-4d0c-9a0a-3c8f5f0f7a11");

  @ParameterizedTest
  @ValueSource(strings = {"Nobody knows why. ", "\u6ca1\u4eba\u77e5\u9053\u3002"})
  void shouldStayBelowTheLimitWhenAllOfTheLargestListFails(String message) {
    // given
    var imageSets = IntStream.rangeClosed(1, 200).mapToObj(SurveyVariablesTest::longImageSet);
    var failure = new FailureVariable("RECONSTRUCTION_CANCELLED", message.repeat(20), 210_123);

    // when
    var outcomes =
        IntStream.rangeClosed(1, 200)
            .mapToObj(
                i ->
                    ImageSetOutcome.of(
                        new ImageSetEnd("failed", models(i % 2 + 1, failure), failure),
                        Duration.ofSeconds(7_776_123)))
            .toList();

    // then
    var bytes = size(ImageSetRow.of(SURVEY, imageSets.toList())) + size(outcomes);
    assertThat(bytes).isBetween(60_000, LIMIT);
  }

  @Test
  void shouldGiveTheSameListTheSameRows() {
    // given
    var list = List.of(longImageSet(1), longImageSet(2));

    // when / then
    assertThat(ImageSetRow.of(SURVEY, list)).isEqualTo(ImageSetRow.of(SURVEY, list));
    assertThat(ImageSetRow.of(UUID.randomUUID(), list))
        .extracting(ImageSetRow::resourceUuid)
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(
            ImageSetRow.of(SURVEY, list).stream().map(ImageSetRow::resourceUuid).toList());
  }

  @Test
  void shouldNameResultFoldersThatEveryFileSystemTakes() {
    // given
    var name = "../a:b " + "x".repeat(100);
    var imageSet = new ListedImageSet(name, "/i", Set.of(ReconstructionType.TWO_D), Map.of());

    // when
    var row = ImageSetRow.of(SURVEY, List.of(imageSet)).getFirst();

    // then
    assertThat(row.resultFolder()).startsWith("001-a-b-xxx").hasSizeLessThanOrEqualTo(28);
  }

  @Test
  void shouldCutTextsBetweenCharacters() {
    // given
    var drone = "\uD83D\uDEE9";
    var failure = new FailureVariable("IMAGE_SET_INVALID", "x" + drone.repeat(50), null);
    var rare = "\uD840\uDC00";

    // when
    var outcome = ImageSetOutcome.of(new ImageSetEnd("failed", List.of(), failure), Duration.ZERO);
    var row =
        ImageSetRow.of(
                SURVEY,
                List.of(
                    new ListedImageSet(
                        "x" + rare.repeat(30), "/i", Set.of(ReconstructionType.TWO_D), Map.of())))
            .getFirst();

    // then
    assertThat(outcome.message()).isEqualTo("x" + drone.repeat(17) + "…");
    assertThat(row.resultFolder()).isEqualTo("001-x" + rare.repeat(5));
  }

  /** 200 of them take what a list may have: 16,000 bytes. */
  private static ListedImageSet longImageSet(int number) {
    var name = "%03d-%s".formatted(number, "n".repeat(27));
    return new ListedImageSet(
        name,
        "/mnt/surveys/" + name + "/x/yz",
        number % 2 == 0
            ? Set.of(ReconstructionType.THREE_D)
            : Set.of(ReconstructionType.TWO_D, ReconstructionType.LIDAR),
        Map.of());
  }

  private static List<Model> models(int count, FailureVariable failure) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                Model.started(ReconstructionType.LIDAR, SURVEY.toString(), "", "")
                    .failed(ModelState.NO_COMPUTING_RESOURCE, failure))
        .toList();
  }

  private static int size(Object variable) {
    try {
      return new ObjectMapper()
          .writeValueAsString(variable)
          .getBytes(StandardCharsets.UTF_8)
          .length;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
