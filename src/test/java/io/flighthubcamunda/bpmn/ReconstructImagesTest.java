package io.flighthubcamunda.bpmn;

import static io.flighthubcamunda.bpmn.EngineUnderTest.State.COMPLETED;
import static io.flighthubcamunda.bpmn.EngineUnderTest.State.RUNNING;
import static io.flighthubcamunda.bpmn.EngineUnderTest.State.TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.docs.WhatHappensWhen;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/**
 * Every path of the process {@code reconstruct-images}, with the two processes that it calls.
 * Longer than usual: one path is one test, and the steps that they share stand at the end.
 */
@DiagramTest
class ReconstructImagesTest {

  private static final String CHECK = "flighthub.image-set.check";
  private static final String UPLOAD = "flighthub.image-set.upload-batch";
  private static final String REGISTER = "flighthub.open-model.upload-callback";
  private static final String CONFIRM = "flighthub.open-model.get-resource";
  private static final String START = "flighthub.open-model.start";
  private static final String LOOK = "flighthub.open-model.get-model";
  private static final String STOP = "flighthub.open-model.stop";
  private static final String DOWNLOAD = "flighthub.result.download";
  private static final String CLEAN_UP = "flighthub.reconstruction.clean-up";
  private static final String NOTIFY = "flighthub.operator.notify";

  private static final String RESOURCE = "2f0c7b1e-5d53-4d0c-9a0a-3c8f5f0f7a11";

  private static final Map<String, Object> NOBODY_THERE = Map.of("askPeople", false);

  private final EngineUnderTest engine;
  private final ScriptedJobs jobs;

  ReconstructImagesTest(EngineUnderTest engine) {
    this.engine = engine;
    this.jobs = new ScriptedJobs(engine);
  }

  @Test
  void shouldBringTheModelBackOnTheStraightLine() {
    // given
    long instance = start(Map.of());

    // when
    untilModelsRun("3d");
    look(Map.of("3d", "ready"));
    jobs.complete(DOWNLOAD, ReconstructImagesTest::result);
    var seen = jobs.complete(CLEAN_UP, Map.of("cleanUp", Map.of("deletedResource", true)));

    // then
    assertThat(engine.state(instance)).isEqualTo(COMPLETED);
    assertThat(engine.passedElements(instance))
        .containsExactly(
            "Event_ImageSetReceived",
            "ChooseParameters",
            "CheckImages",
            "Event_ImagesChecked",
            "UploadImages",
            "ConfirmResource",
            "Gateway_StartReconstruction",
            "StartReconstruction",
            "Event_ModelStarted",
            "Gateway_AwaitModel",
            "AwaitModel",
            "Gateway_ModelReady",
            "Event_ModelReady",
            "MakeModel",
            "DownloadResults",
            "Event_ResultsDownloaded",
            "Reconstruct",
            "Gateway_AnyModelReady",
            "CleanUp",
            "Event_ModelsReady");
    assertThat(seen)
        .containsEntry("resourceUuid", RESOURCE)
        .containsEntry("keepResource", false)
        .containsEntry("keepModels", true)
        .containsEntry("models", List.of(model("3d", "ready")));
    assertThat(engine.variables(instance))
        .containsEntry("outcome", "ready")
        .containsEntry("results", List.of(Map.of("type", "3d", "file", "3d.zip")))
        .containsEntry("cleanUp", Map.of("deletedResource", true));
  }

  @Test
  void shouldLeaveOnlyTheVariablesOfTheContract() {
    // given
    long instance = start(Map.of());

    // when
    untilModelsRun("2d", "3d");
    look(Map.of("2d", "ready", "3d", "ready"));
    jobs.complete(DOWNLOAD, ReconstructImagesTest::result);
    jobs.complete(DOWNLOAD, ReconstructImagesTest::result);
    jobs.complete(CLEAN_UP, Map.of());

    // then
    assertThat(engine.variables(instance))
        .containsOnlyKeys(
            "imageFolder",
            "keepResource",
            "keepModels",
            "keepResourceAfterFailure",
            "keepModelsAfterFailure",
            "askPeople",
            "decisionTimeLimit",
            "resourceUuid",
            "imageSet",
            "imageSetName",
            "types",
            "parameters",
            "resultFolder",
            "resource",
            "models",
            "startedModels",
            "results",
            "cleanUp",
            "failure",
            "outcome");
  }

  @Test
  void shouldFillInWhatTheStarterLeftOut() {
    // given
    engine.startInstance("reconstruct-images", Map.of("imageFolder", "/images/field"));

    // when
    var checked =
        Map.<String, Object>of("imageSet", imageSet(), "resourceUuid", "made-by-the-check");
    var seen = jobs.complete(CHECK, checked);

    // then
    assertThat(seen)
        .containsEntry("types", List.of("3d"))
        .containsEntry("parameters", Map.of())
        .containsEntry("imageSetName", null)
        .containsEntry("resourceUuid", null);
    assertThat(jobs.complete(UPLOAD, ReconstructImagesTest::uploadedBatch))
        .containsEntry("resourceUuid", "made-by-the-check");
  }

  @Test
  void shouldHandOnWhatTheStarterAskedFor() {
    // given
    long instance =
        start(
            Map.of(
                "types",
                List.of("2d"),
                "parameters",
                Map.of("2d", Map.of("map_mode", 1)),
                "keepResource",
                true,
                "keepModels",
                false,
                "resultFolder",
                "/results/field",
                "queueTimeLimit",
                "P1D"));

    // when
    jobs.complete(CHECK, Map.of("imageSet", imageSet()));
    uploadAndConfirm();
    var started = jobs.complete(START, Map.of("models", List.of(model("2d", "queued"))));
    engine.increaseTime(Duration.ofMinutes(1));
    var looked = jobs.complete(LOOK, Map.of("model", model("2d", "ready")));
    var downloaded = jobs.complete(DOWNLOAD, ReconstructImagesTest::result);
    var cleaned = jobs.complete(CLEAN_UP, Map.of());

    // then
    assertThat(started)
        .containsEntry("types", List.of("2d"))
        .containsEntry("parameters", Map.of("2d", Map.of("map_mode", 1)));
    assertThat(looked)
        .containsEntry("queueTimeLimit", "P1D")
        .containsEntry("reconstructionTimeLimit", "P3D")
        .containsEntry("packagingTimeLimit", "PT12H");
    assertThat(downloaded)
        .containsEntry("resultFolder", "/results/field")
        .containsEntry("model", model("2d", "ready"));
    assertThat(cleaned).containsEntry("keepResource", true).containsEntry("keepModels", false);
    assertThat(engine.state(instance)).isEqualTo(COMPLETED);
  }

  @Test
  void shouldNotCarryTheListsForPeopleIntoEachBatch() {
    // given
    start(Map.of());

    // when
    jobs.complete(CHECK, Map.of("imageSet", imageSet()));
    var seen = jobs.complete(UPLOAD, ReconstructImagesTest::uploadedBatch);

    // then
    var slim = new HashMap<>(imageSet());
    slim.put("warnings", List.of());
    assertThat(seen).containsEntry("imageSet", slim);
  }

  @Test
  void shouldFollowEachTypeByItself() {
    // given
    long instance = start(Map.of());

    // when
    untilModelsRun("2d", "3d");
    look(Map.of("2d", "ready", "3d", "reconstructing"));
    engine.increaseTime(Duration.ofDays(2));
    look(Map.of("3d", "ready"));
    jobs.complete(DOWNLOAD, ReconstructImagesTest::result);
    jobs.complete(DOWNLOAD, ReconstructImagesTest::result);
    jobs.complete(CLEAN_UP, Map.of());

    // then
    assertThat(engine.calledInstances(instance)).hasSize(3);
    assertThat(engine.variables(instance))
        .containsEntry("outcome", "ready")
        .containsEntry("models", List.of(model("2d", "ready"), model("3d", "ready")));
  }

  @Test
  void shouldRejectAnImageSetThatCannotBeUsed() {
    // given
    long instance = start(Map.of());
    var failure = failure("IMAGE_SET_INVALID", "The folder holds 4 images; 3d needs at least 5.");

    // when
    jobs.throwError(CHECK, "IMAGE_SET_INVALID", Map.of("failure", failure));

    // then
    assertThat(engine.state(instance)).isEqualTo(COMPLETED);
    assertThat(engine.passedElements(instance)).endsWith("Event_ImagesRejected");
    assertThat(engine.variables(instance))
        .containsEntry("outcome", "rejected")
        .containsEntry("failure", failure);
    jobs.assertNone(CLEAN_UP);
  }

  @Test
  void shouldFailWhenImagesChangeDuringTheUpload() {
    // given
    long instance = start(Map.of());
    var failure = failure("IMAGE_SET_CHANGED", "1.jpg has changed since the check.");

    // when
    jobs.complete(CHECK, Map.of("imageSet", imageSet()));
    jobs.complete(UPLOAD, ReconstructImagesTest::uploadedBatch);
    jobs.throwError(UPLOAD, "IMAGE_SET_CHANGED", Map.of("failure", failure));
    jobs.complete(CLEAN_UP, Map.of());

    // then
    assertFailed(instance, failure);
    assertThat(engine.state(engine.calledInstances(instance).getFirst())).isEqualTo(TERMINATED);
    jobs.assertNone(REGISTER);
  }

  @Test
  void shouldFailWhenFlightHubHoldsOtherFiles() {
    // given
    long instance = start(Map.of());
    var failure = failure("IMAGE_SET_CHANGED", "FlightHub has 149 of 150 files.");

    // when
    jobs.complete(CHECK, Map.of("imageSet", imageSet()));
    upload();
    jobs.throwError(CONFIRM, "IMAGE_SET_CHANGED", Map.of("failure", failure));
    jobs.complete(CLEAN_UP, Map.of());

    // then
    assertFailed(instance, failure);
  }

  @Test
  void shouldFailWhenTheStartIsRefused() {
    // given
    long instance = start(NOBODY_THERE);
    var failure = failure("QUOTA_USED_UP", "The quota of this month is used up.");

    // when
    jobs.complete(CHECK, Map.of("imageSet", imageSet()));
    uploadAndConfirm();
    jobs.throwError(START, "QUOTA_USED_UP", Map.of("failure", failure));
    jobs.complete(CLEAN_UP, Map.of());

    // then
    assertFailed(instance, failure);
  }

  @Test
  void shouldDownloadWhatIsReadyWhenOneOfTwoModelsFails() {
    // given
    long instance = start(NOBODY_THERE);
    var failure = failure("RECONSTRUCTION_FAILED", "FlightHub gave up (8).");

    // when
    untilModelsRun("2d", "3d");
    lookAndFail("2d", failure);
    look(Map.of("3d", "ready"));
    var downloaded = jobs.complete(DOWNLOAD, ReconstructImagesTest::result);
    jobs.assertNone(DOWNLOAD);
    jobs.complete(CLEAN_UP, Map.of());

    // then
    assertThat(downloaded).containsEntry("model", model("3d", "ready"));
    assertThat(engine.passedElements(instance)).endsWith("Event_ModelsReady");
    assertThat(engine.variables(instance))
        .containsEntry("outcome", "partly-ready")
        .containsEntry("models", List.of(failed("2d", failure), model("3d", "ready")))
        .containsEntry("results", List.of(Map.of("type", "3d", "file", "3d.zip")));
  }

  @Test
  void shouldFailWithTheReasonOfTheFirstModelWhenNoneIsReady() {
    // given
    long instance = start(NOBODY_THERE);
    var first = failure("PACKAGING_FAILED", "It could not be packed.");

    // when
    untilModelsRun("2d", "3d");
    lookAndFail("2d", first);
    lookAndFail("3d", failure("RECONSTRUCTION_FAILED", "FlightHub gave up (8)."));
    jobs.complete(CLEAN_UP, Map.of());

    // then
    assertFailed(instance, first);
    jobs.assertNone(DOWNLOAD);
  }

  @Test
  void shouldFailWhenTheOnlyModelIsTooLate() {
    // given
    long instance = start(NOBODY_THERE);

    // when
    untilModelsRun("3d");
    look(Map.of("3d", "overdue"));
    jobs.complete(STOP, Map.of());
    jobs.complete(CLEAN_UP, Map.of());

    // then
    assertFailed(
        instance,
        failure(
            "MODEL_OVERDUE", "The 3d model was not ready within its time limit and was stopped."));
  }

  @Test
  void shouldCleanUpWhenCancelledDuringTheUpload() {
    // given
    long instance = start(Map.of());
    jobs.complete(CHECK, Map.of("imageSet", imageSet()));
    jobs.complete(UPLOAD, ReconstructImagesTest::uploadedBatch);

    // when
    cancel();
    var seen = jobs.complete(CLEAN_UP, Map.of("cleanUp", Map.of("deletedResource", true)));

    // then
    assertThat(seen).containsEntry("resourceUuid", RESOURCE).containsEntry("models", List.of());
    assertEnded(instance, "Event_Cancelled", "cancelled");
    assertThat(engine.state(engine.calledInstances(instance).getFirst())).isEqualTo(TERMINATED);
    assertThat(engine.variables(instance))
        .containsEntry("cleanUp", Map.of("deletedResource", true));
  }

  @Test
  void shouldTellTheCleanUpWhichModelsRunWhenCancelledWhileWaiting() {
    // given
    long instance = start(Map.of());
    untilModelsRun("2d", "3d");
    look(Map.of("2d", "ready", "3d", "reconstructing"));

    // when
    cancel();
    var seen = jobs.complete(CLEAN_UP, Map.of());

    // then
    assertThat(seen).containsEntry("models", List.of(model("2d", "queued"), model("3d", "queued")));
    assertEnded(instance, "Event_Cancelled", "cancelled");
    jobs.assertNone(LOOK);
  }

  @Test
  void shouldNotListenToACancelForAnotherResource() {
    // given
    long instance = start(Map.of());

    // when
    publishCancel("00000000-0000-4000-8000-000000000000");

    // then
    jobs.assertNone(CLEAN_UP);
    assertThat(engine.state(instance)).isEqualTo(RUNNING);
  }

  @Test
  void shouldGiveUpAfterFourteenDays() {
    // given
    long instance = start(Map.of());
    jobs.complete(CHECK, Map.of("imageSet", imageSet()));
    uploadAndConfirm();

    // when
    engine.increaseTime(Duration.ofDays(14).minusMinutes(1));
    skipNotice();
    assertThat(engine.state(instance)).isEqualTo(RUNNING);
    engine.increaseTime(Duration.ofMinutes(1));
    jobs.complete(CLEAN_UP, Map.of());

    // then
    assertEnded(instance, "Event_GivenUp", "given-up");
    jobs.assertNone(START);
  }

  @Test
  void shouldGiveUpAtTheTimeLimitOfTheStarter() {
    // given
    long instance = start(Map.of("timeLimit", "PT2H"));
    jobs.complete(CHECK, Map.of("imageSet", imageSet()));

    // when
    engine.increaseTime(Duration.ofHours(2));
    jobs.complete(CLEAN_UP, Map.of());

    // then
    assertEnded(instance, "Event_GivenUp", "given-up");
  }

  @Test
  @WhatHappensWhen("a reconstruction takes longer than expected")
  void shouldTellTheOperatorOnceThatItTakesLongAndStillGetReady() {
    // given
    long instance = start(Map.of("expectedDuration", "PT6H"));
    untilModelsRun("3d");

    // when
    engine.increaseTime(Duration.ofHours(6));
    var seen = jobs.complete(NOTIFY, Map.of());
    look(Map.of("3d", "ready"));
    jobs.complete(DOWNLOAD, ReconstructImagesTest::result);
    jobs.complete(CLEAN_UP, Map.of());

    // then
    assertThat(seen)
        .containsEntry("imageSetName", "field")
        .containsEntry(
            "message",
            "The reconstruction of field takes longer than expected (PT6H). It goes on; stop it in"
                + " Tasklist or with the message cancel-reconstruction, key "
                + RESOURCE
                + ".");
    assertThat(engine.passedElements(instance)).containsOnlyOnce("NotifyOperator");
    assertThat(engine.terminatedElements(instance)).contains("DecideWhetherToGoOn");
    assertThat(engine.people().openTasks()).isEmpty();
    assertEnded(instance, "Event_ModelsReady", "ready");
  }

  @Test
  @WhatHappensWhen("a reconstruction takes longer than expected")
  void shouldStopAndCleanUpWhenAPersonDecidesThatItTakesTooLong() {
    // given
    long instance = start(Map.of("expectedDuration", "PT6H"));
    untilModelsRun("3d");
    engine.increaseTime(Duration.ofHours(6));
    jobs.complete(NOTIFY, Map.of());

    // when
    answer("DecideWhetherToGoOn", Map.of("goOn", false));
    jobs.complete(CLEAN_UP, Map.of());

    // then
    assertEnded(instance, "Event_Cancelled", "cancelled");
    jobs.assertNone(LOOK);
  }

  @Test
  void shouldGoOnWhenAPersonSaysSoAlthoughItTakesLong() {
    // given
    long instance = start(Map.of("expectedDuration", "PT6H"));
    untilModelsRun("3d");
    engine.increaseTime(Duration.ofHours(6));
    jobs.complete(NOTIFY, Map.of());

    // when
    answer("DecideWhetherToGoOn", Map.of("goOn", true));
    look(Map.of("3d", "ready"));
    jobs.complete(DOWNLOAD, ReconstructImagesTest::result);
    jobs.complete(CLEAN_UP, Map.of());

    // then
    assertEnded(instance, "Event_ModelsReady", "ready");
  }

  @Test
  void shouldTryTheStartAgainWhenAPersonReleasedQuota() {
    // given
    long instance = start(Map.of());
    jobs.complete(CHECK, Map.of("imageSet", imageSet()));
    uploadAndConfirm();
    jobs.throwError(
        START, "QUOTA_USED_UP", Map.of("failure", failure("QUOTA_USED_UP", "Used up.")));

    // when
    answer("ReleaseQuota", Map.of("decision", "retry-later"));
    jobs.complete(START, Map.of("models", List.of(model("3d", "queued"))));
    engine.increaseTime(Duration.ofMinutes(1));
    look(Map.of("3d", "ready"));
    jobs.complete(DOWNLOAD, ReconstructImagesTest::result);
    jobs.complete(CLEAN_UP, Map.of());

    // then
    assertEnded(instance, "Event_ModelsReady", "ready");
    assertThat(engine.variables(instance)).containsEntry("failure", null);
  }

  @Test
  void shouldStartOnlyTheFailedTypeAgainWithTheOtherPreset() {
    // given
    long instance = start(Map.of("types", List.of("2d", "3d"), "preset", "standard"));
    untilModelsRun("2d", "3d");
    lookAndFail("3d", failure("RECONSTRUCTION_FAILED", "FlightHub gave up (8)."));

    // when
    answer(
        "DecideOnFailure", Map.of("decision", "retry-other-preset", "otherPreset", "high-detail"));
    var again = Map.of("type", "3d", "uuid", "again", "state", "ready", "nextCheckIn", "PT1M");
    var seen = jobs.complete(START, Map.of("models", List.of(again)));

    // then
    assertThat(seen)
        .containsEntry("types", List.of("3d"))
        .containsEntry("earlierModels", List.of(model("3d", "queued")))
        .extractingByKey("parameters")
        .extracting("3d")
        .hasFieldOrPropertyWithValue("quality_level", 1);
    look(Map.of("2d", "ready"));
    engine.increaseTime(Duration.ofMinutes(1));
    jobs.complete(LOOK, Map.of("model", again));
    jobs.complete(DOWNLOAD, ReconstructImagesTest::result);
    jobs.complete(DOWNLOAD, ReconstructImagesTest::result);
    var cleaned = jobs.complete(CLEAN_UP, Map.of());
    assertThat(cleaned.get("models")).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(3);
    assertEnded(instance, "Event_ModelsReady", "ready");
  }

  @Test
  void shouldTellTheCleanUpOfAModelStartedAgainWhenCancelled() {
    // given
    long instance = start(Map.of());
    untilModelsRun("3d");
    lookAndFail("3d", failure("NO_COMPUTING_RESOURCE", "No machine was free."));
    engine.increaseTime(Duration.ofHours(1));
    var again = Map.of("type", "3d", "uuid", "again", "state", "queued", "nextCheckIn", "PT1M");
    jobs.complete(START, Map.of("models", List.of(again)));

    // when
    cancel();
    var seen = jobs.complete(CLEAN_UP, Map.of());

    // then
    assertThat(seen).containsEntry("models", List.of(model("3d", "queued"), again));
    assertEnded(instance, "Event_Cancelled", "cancelled");
  }

  @Test
  void shouldBeCancellableWhileAPersonIsAsked() {
    // given
    long instance = start(Map.of());
    untilModelsRun("3d");
    lookAndFail("3d", failure("RECONSTRUCTION_FAILED", "FlightHub gave up (8)."));
    assertThat(engine.people().openTasks()).hasSize(1);

    // when
    cancel();
    jobs.complete(CLEAN_UP, Map.of());

    // then
    assertEnded(instance, "Event_Cancelled", "cancelled");
    assertThat(engine.people().openTasks()).isEmpty();
  }

  @Test
  void shouldBeCancellableWhenTheStarterGaveNoResource() {
    // given
    long instance =
        engine.startInstance("reconstruct-images", Map.of("imageFolder", "/images/field"));
    jobs.complete(CHECK, Map.of("imageSet", imageSet(), "resourceUuid", RESOURCE));

    // when
    cancel();
    jobs.complete(CLEAN_UP, Map.of());

    // then
    assertEnded(instance, "Event_Cancelled", "cancelled");
  }

  @Test
  void shouldHearACancelThatCameDuringTheCheck() {
    // given
    long instance = start(Map.of());
    engine
        .client()
        .newPublishMessageCommand()
        .messageName("cancel-reconstruction")
        .correlationKey(RESOURCE)
        .timeToLive(Duration.ofHours(1))
        .send()
        .join();

    // when
    jobs.complete(CHECK, Map.of("imageSet", imageSet()));
    jobs.complete(CLEAN_UP, Map.of());

    // then
    assertEnded(instance, "Event_Cancelled", "cancelled");
    jobs.assertNone(START);
  }

  @Test
  void shouldCleanUpByTheirOwnPoliciesAfterSuccessAndAfterFailure() {
    // given
    var policy =
        Map.<String, Object>of(
            "keepResource", false,
            "keepModels", true,
            "keepResourceAfterFailure", true,
            "keepModelsAfterFailure", false);
    start(policy);
    jobs.complete(CHECK, Map.of("imageSet", imageSet()));

    // when
    cancel();
    var afterFailure = jobs.complete(CLEAN_UP, Map.of());

    // then
    assertThat(afterFailure).containsEntry("keepResource", true).containsEntry("keepModels", false);

    // when
    start(policy);
    untilModelsRun("3d");
    look(Map.of("3d", "ready"));
    jobs.complete(DOWNLOAD, ReconstructImagesTest::result);
    var afterSuccess = jobs.complete(CLEAN_UP, Map.of());

    // then
    assertThat(afterSuccess).containsEntry("keepResource", false).containsEntry("keepModels", true);
  }

  @Test
  void shouldLetGivenParametersWinOverThePreset() {
    // given
    start(Map.of("preset", "high-detail", "parameters", Map.of("2d", Map.of("map_mode", 1))));

    // when
    var seen = jobs.complete(CHECK, Map.of("imageSet", imageSet()));

    // then
    assertThat(seen).containsEntry("unknownPreset", null);
    assertThat(seen.get("parameters"))
        .hasFieldOrPropertyWithValue("2d", Map.of("map_mode", 1))
        .extracting("3d")
        .hasFieldOrPropertyWithValue("quality_level", 1);
  }

  @Test
  void shouldShowTheCheckAPresetThatIsInNoTable() {
    // given
    start(Map.of("preset", "hihg-detail"));

    // then
    assertThat(jobs.complete(CHECK, Map.of("imageSet", imageSet())))
        .containsEntry("unknownPreset", "hihg-detail");
  }

  private void answer(String elementId, Map<String, Object> answer) {
    engine.waitForIdle();
    var question = engine.people().openTasks().getFirst();
    assertThat(question.value().getElementId()).isEqualTo(elementId);
    engine.people().complete(question, answer);
  }

  private long start(Map<String, Object> variables) {
    var all = new HashMap<String, Object>(variables);
    all.put("imageFolder", "/images/field");
    all.put("resourceUuid", RESOURCE);
    return engine.startInstance("reconstruct-images", all);
  }

  private void untilModelsRun(String... types) {
    jobs.complete(CHECK, Map.of("imageSet", imageSet()));
    uploadAndConfirm();
    var models = Stream.of(types).map(type -> model(type, "queued")).toList();
    jobs.complete(START, Map.of("models", models));
    engine.increaseTime(Duration.ofMinutes(1));
  }

  private void uploadAndConfirm() {
    upload();
    jobs.complete(CONFIRM, Map.of("resource", Map.of("uuid", RESOURCE, "fileCount", 150)));
  }

  private void upload() {
    for (int batch = 0; batch < 2; batch++) {
      jobs.complete(UPLOAD, ReconstructImagesTest::uploadedBatch);
      jobs.complete(REGISTER, Map.of());
    }
  }

  /** Completes one check per entry, whichever comes first; the next look is due a day later. */
  private void look(Map<String, String> stateByType) {
    for (int check = 0; check < stateByType.size(); check++) {
      jobs.complete(
          LOOK,
          seen -> {
            var type = typeOf(seen);
            return Map.of("model", model(type, stateByType.get(type)), "nextCheckIn", "P1D");
          });
    }
  }

  /** Fails the check of one type; checks of other types that come before it are put off. */
  private void lookAndFail(String type, Map<String, Object> failure) {
    jobs.throwError(
        LOOK,
        seen -> type.equals(typeOf(seen)),
        failure.get("code").toString(),
        Map.of("model", model(type, "failed"), "failure", failure));
  }

  private void skipNotice() {
    jobs.complete(NOTIFY, Map.of());
  }

  private void cancel() {
    publishCancel(RESOURCE);
  }

  private void publishCancel(String resourceUuid) {
    engine
        .client()
        .newPublishMessageCommand()
        .messageName("cancel-reconstruction")
        .correlationKey(resourceUuid)
        .send()
        .join();
  }

  private void assertFailed(long instance, Map<String, Object> failure) {
    assertEnded(instance, "Event_ReconstructionFailed", "failed");
    assertThat(engine.variables(instance)).containsEntry("failure", failure);
  }

  /** An event sub-process is completed after its end event, so the end event is one of the last. */
  private void assertEnded(long instance, String endEvent, String outcome) {
    assertThat(engine.state(instance)).isEqualTo(COMPLETED);
    assertThat(engine.passedElements(instance)).contains(endEvent);
    assertThat(engine.variables(instance)).containsEntry("outcome", outcome);
  }

  private static Map<String, Object> imageSet() {
    return Map.of(
        "name",
        "field",
        "folder",
        "/images/field",
        "fingerprint",
        "f-1",
        "fileCount",
        150,
        "byteCount",
        1_500_000,
        "batchCount",
        2,
        "leftOut",
        List.of("notes.txt"),
        "warnings",
        List.of("Two cameras."));
  }

  private static Map<String, Object> uploadedBatch(Map<String, Object> seen) {
    return Map.of(
        "uploadedBatch",
        Map.of("callbackParam", "callback-" + seen.get("batchNumber"), "files", List.of()));
  }

  private static Map<String, Object> result(Map<String, Object> seen) {
    return Map.of("result", Map.of("type", typeOf(seen), "file", typeOf(seen) + ".zip"));
  }

  private static String typeOf(Map<String, Object> seen) {
    return seen.get("model") instanceof Map<?, ?> model ? String.valueOf(model.get("type")) : "";
  }

  private static Map<String, Object> model(String type, String state) {
    return Map.of("type", type, "uuid", "model-" + type, "state", state, "nextCheckIn", "PT1M");
  }

  private static Map<String, Object> failed(String type, Map<String, Object> failure) {
    var model = new HashMap<>(model(type, "failed"));
    model.put("failure", failure);
    return model;
  }

  private static Map<String, Object> failure(String code, String message) {
    return Map.of("code", code, "message", message);
  }
}
