package io.flighthubcamunda.bpmn;

import static io.flighthubcamunda.bpmn.EngineUnderTest.State.COMPLETED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example of a designer's own process, with the processes of the product below it. */
class WeeklySurveyTest {

  private static final String RESOURCE = "5f2c7c1e-8d0b-4a4e-9d56-3a8f6f0f4f10";
  private static final String CHECK = "flighthub.image-set.check";
  private static final String NOTIFY = "flighthub.operator.notify";
  private static final Map<String, Object> IMAGE_SET =
      Map.of("name", "Quarry", "batchCount", 1, "fileCount", 20, "warnings", List.of());
  private static final Map<String, Object> MODEL =
      Map.of("type", "3d", "uuid", "m-1", "state", "ready", "nextCheckIn", "PT1M");

  private EngineUnderTest engine;
  private ScriptedJobs jobs;
  private long instance;

  @BeforeEach
  void awaitMonday() {
    engine =
        EngineUnderTest.start()
            .deployDiagrams()
            .deployExamples("weekly-survey.bpmn", "approve-survey.form");
    jobs = new ScriptedJobs(engine);
    engine.increaseTime(Duration.ofDays(7));
    instance =
        await("the instance that Monday starts")
            .until(() -> engine.instances("weekly-survey"), keys -> !keys.isEmpty())
            .getFirst();
  }

  @AfterEach
  void stopEngine() {
    assertThat(engine.incidents()).isEmpty();
    engine.close();
  }

  @Test
  void shouldMakeTheModelsThatAPersonApproved() {
    // given
    var checked = jobs.complete(CHECK, Map.of("imageSet", IMAGE_SET));
    decide(true);

    // when
    var called = jobs.complete(CHECK, Map.of("imageSet", IMAGE_SET, "resourceUuid", RESOURCE));
    makeModel();
    var told = jobs.complete(NOTIFY, Map.of());

    // then
    assertThat(checked.get("imageFolder").toString())
        .matches("/images/quarry/\\d{4}-\\d\\d-\\d\\d");
    assertThat(called)
        .containsEntry("imageFolder", checked.get("imageFolder"))
        .containsEntry("imageSetName", "Quarry")
        .containsEntry("types", List.of("2d", "3d"))
        .containsEntry("timeLimit", "P6D")
        .doesNotContainKey("approved");
    assertThat(told).containsEntry("message", "The models of Quarry are there: 3d.zip.");
    assertEndedAt("Event_TeamTold");
  }

  @Test
  void shouldSpendNothingWhenAPersonDeclines() {
    // given
    jobs.complete(CHECK, Map.of("imageSet", IMAGE_SET));

    // when
    decide(false);

    // then
    assertEndedAt("Event_SurveyDeclined");
    assertThat(engine.calledInstances(instance)).isEmpty();
  }

  @Test
  void shouldTellWhatIsWrongWithTheImages() {
    // when
    jobs.throwError(CHECK, "IMAGE_SET_INVALID", failure("There are 3 photographs."));
    var told = jobs.complete(NOTIFY, Map.of());

    // then
    assertThat(told.get("message").toString())
        .startsWith("No survey of /images/quarry/")
        .endsWith(": There are 3 photographs.");
    assertEndedAt("Event_SurveyNotPossible");
  }

  @Test
  void shouldTellWhyThereAreNoModels() {
    // given
    jobs.complete(CHECK, Map.of("imageSet", IMAGE_SET));
    decide(true);

    // when
    jobs.throwError(CHECK, "IMAGE_SET_INVALID", failure("The folder is gone."));
    var told = jobs.complete(NOTIFY, Map.of());

    // then
    assertThat(told)
        .containsEntry("message", "There are no models of Quarry: The folder is gone.")
        .containsEntry("outcome", "rejected");
    assertEndedAt("Event_TeamTold");
  }

  private void decide(boolean approved) {
    engine.goOn(instance, "ApproveSurvey", "Gateway_SurveyApproved", Map.of("approved", approved));
  }

  private void makeModel() {
    jobs.complete(
        "flighthub.image-set.upload-batch",
        Map.of("uploadedBatch", Map.of("callbackParam", "c", "files", List.of())));
    jobs.complete("flighthub.open-model.upload-callback", Map.of());
    jobs.complete("flighthub.open-model.get-resource", Map.of("resource", Map.of()));
    jobs.complete("flighthub.open-model.start", Map.of("models", List.of(MODEL)));
    engine.increaseTime(Duration.ofMinutes(1));
    jobs.complete("flighthub.open-model.get-model", Map.of("model", MODEL));
    jobs.complete("flighthub.result.download", Map.of("result", Map.of("file", "3d.zip")));
    jobs.complete("flighthub.reconstruction.clean-up", Map.of());
  }

  private void assertEndedAt(String endEvent) {
    assertThat(engine.state(instance)).isEqualTo(COMPLETED);
    assertThat(engine.passedElements(instance)).endsWith(endEvent);
  }

  private static Map<String, Object> failure(String message) {
    return Map.of("failure", Map.of("code", "IMAGE_SET_INVALID", "message", message));
  }
}
