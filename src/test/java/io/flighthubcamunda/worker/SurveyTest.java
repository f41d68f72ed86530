package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flighthubcamunda.simulator.ModelType;
import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.simulator.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many image sets in one process instance. */
@ProductTest
class SurveyTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ERROR_CODE = 4711;

  private final ProductUnderTest product;

  SurveyTest(ProductUnderTest product) {
    this.product = product;
  }

  @Test
  void shouldBringTheOtherImageSetsWhenOneIsBadAndOneFailsRemotely() throws IOException {
    // given
    product.simulator().outcomes().next(ModelType.TWO_D, Outcome.fail(ERROR_CODE));
    var survey = survey("north", 5, "south", 5, "few", 2, "west", 5);
    var csv =
        Files.writeString(
            survey.resolve("season.csv"),
            "imageFolder;types;name\nnorth;;North field\nsouth;2d;\nfew;;\nwest;;\n");
    var surveyUuid = UUID.randomUUID().toString();

    // when
    var instance = survey(csv, Map.of("surveyUuid", surveyUuid)).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("partly-ready");
    var outcomes = instance.variable("outcomes");
    assertThat(states(outcomes)).containsExactly("ready", "failed", "rejected", "ready");
    assertThat(outcomes.get(1).path("code").asText()).isEqualTo("RECONSTRUCTION_FAILED");
    assertThat(outcomes.get(2).path("code").asText()).isEqualTo("IMAGE_SET_INVALID");
    assertThat(outcomes.get(2).path("models").isMissingNode()).isTrue();
    assertThat(instance.variable("summary").path("imageSets").asInt()).isEqualTo(4);
    var folder = Path.of(instance.variable("resultFolder").asText());
    assertThat(folder).isEqualTo(product.resultRoot().resolve("season-" + surveyUuid));
    assertThat(folder.resolve("001-North-field/3d.zip")).isNotEmptyFile();
    var rejected = JSON.readTree(folder.resolve("003-few/outcome.json").toFile());
    assertThat(rejected.at("/failure/message").asText()).contains("2 usable", "at least 5");
    var summary = JSON.readTree(folder.resolve("summary.json").toFile());
    assertThat(summary.path("imageSets").findValuesAsText("name"))
        .containsExactly("North field", "south", "few", "west");
    assertThat(summary.path("imageSets").findValuesAsText("duration"))
        .allMatch(duration -> duration.startsWith("PT"));
    assertThat(Files.readAllLines(folder.resolve("summary.csv")))
        .hasSize(5)
        .first()
        .isEqualTo("name,state,duration,models,modelUuids,resultFolder,code,message,imageFolder");
  }

  @Test
  void shouldTakeAFolderOfFoldersAndCancelOneImageSetByItself() throws IOException {
    // given
    var survey = survey("a", 5, "b", 5);

    // when
    var instance = survey(survey, Map.of("types", List.of("2d"), "resultFolder", "spring"));
    instance
        .engine()
        .passTimeUntil("a start", () -> product.flightHub().startedReconstructions() > 0);
    var second = instance.variable("imageSets").get(1).path("resourceUuid").asText();
    new ReconstructionInstance(product.engine(), instance.key(), second).cancelByMessage();
    instance.awaitEnd();

    // then
    assertThat(states(instance.variable("outcomes"))).containsExactly("ready", "cancelled");
    assertThat(product.resultRoot().resolve("spring/001-a/2d.zip")).isNotEmptyFile();
    assertThat(product.flightHub().running()).isZero();
  }

  @Test
  void shouldRejectAListThatNamesAFolderOutsideOfTheRoots(@TempDir Path elsewhere)
      throws IOException {
    // given
    Photographs.into(elsewhere, 5);
    var survey = survey("a", 5);
    var csv =
        Files.writeString(
            survey.resolve("season.csv"),
            "imageFolder\na\n%s\n../../../../etc\nmissing\n".formatted(elsewhere));

    // when / then
    assertRejected(csv, Map.of(), "Row 3", "image root", "Row 4", "Row 5", "does not exist");
    assertRejected(elsewhere, Map.of(), "image root");
  }

  @Test
  void shouldRejectWhatMakesNoSenseForAnyImageSet() throws IOException {
    var survey = survey("a", 5);
    assertRejected(survey, Map.of("types", List.of("4d")), "\"4d\"");
    assertRejected(survey, Map.of("surveyUuid", "7"), "surveyUuid is no UUID");
    assertRejected(survey, Map.of("timeLimit", "a year"), "timeLimit", "a year");
    assertRejected(survey, Map.of("resultFolder", "../elsewhere"), "lies outside");
    assertRejected(Path.of(""), Map.of(), "surveyList is missing");
  }

  private void assertRejected(Path list, Map<String, Object> variables, String... words) {
    // when
    var instance = survey(list, variables).awaitEnd();

    // then
    assertThat(instance.outcome()).isEqualTo("rejected");
    assertThat(instance.failureCode()).isEqualTo("REQUEST_INVALID");
    assertThat(instance.failureMessage()).contains(words);
    assertThat(product.flightHub().calls(Operation.OBTAIN_TOKEN)).isZero();
  }

  private ReconstructionInstance survey(Path list, Map<String, Object> variables) {
    var all = new HashMap<>(variables);
    all.put("surveyList", list.toString());
    return new ReconstructionInstance(
        product.engine(), product.engine().start("reconstruct-many", all), "");
  }

  /**
   * @param namesAndCounts name of a folder, then how many photographs it holds, and so on
   */
  private Path survey(Object... namesAndCounts) throws IOException {
    var survey =
        Files.createDirectories(product.imageRoot().resolve("survey-" + UUID.randomUUID()));
    for (int i = 0; i < namesAndCounts.length; i += 2) {
      Photographs.into(survey.resolve((String) namesAndCounts[i]), (int) namesAndCounts[i + 1]);
    }
    return survey;
  }

  private static List<String> states(JsonNode outcomes) {
    return StreamSupport.stream(outcomes.spliterator(), false)
        .map(outcome -> outcome.path("state").asText())
        .toList();
  }
}
