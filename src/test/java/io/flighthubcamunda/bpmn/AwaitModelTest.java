package io.flighthubcamunda.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every path of the process {@code await-model}. */
@DiagramTest
class AwaitModelTest {

  private static final String CHECK = "flighthub.open-model.get-model";

  private final EngineUnderTest engine;
  private final ScriptedJobs jobs;

  AwaitModelTest(EngineUnderTest engine) {
    this.engine = engine;
    this.jobs = new ScriptedJobs(engine);
  }

  @Test
  void shouldLookAgainAsOftenAsTheCheckSaysUntilTheModelIsReady() {
    // given
    long instance = start(Map.of("nextCheckIn", "PT2H"));

    // when
    engine.increaseTime(Duration.ofMinutes(119));
    jobs.assertNone(CHECK);
    engine.increaseTime(Duration.ofMinutes(1));
    jobs.complete(CHECK, Map.of("model", model("reconstructing"), "nextCheckIn", "P1D"));
    engine.increaseTime(Duration.ofHours(23));
    jobs.assertNone(CHECK);
    engine.increaseTime(Duration.ofHours(1));
    var seen = jobs.complete(CHECK, Map.of("model", model("ready")));

    // then
    assertThat(seen).containsEntry("model", model("reconstructing"));
    assertThat(engine.state(instance)).isEqualTo(EngineUnderTest.State.COMPLETED);
    assertThat(engine.passedElements(instance)).endsWith("Event_ModelReady");
    assertThat(engine.variables(instance)).containsEntry("model", model("ready"));
  }

  @Test
  void shouldLookSoonWhenNobodySaidWhen() {
    // given
    start(Map.of());

    // when
    engine.increaseTime(Duration.ofSeconds(15));

    // then
    jobs.complete(CHECK, Map.of("model", model("ready")));
  }

  @Test
  void shouldShowTheCheckTheTimeLimitsOfThePhases() {
    // given
    var limits =
        Map.<String, Object>of(
            "queueTimeLimit", "P7D",
            "reconstructionTimeLimit", "P3D",
            "packagingTimeLimit", "PT12H");
    start(limits);

    // when
    engine.increaseTime(Duration.ofSeconds(15));
    var seen = jobs.complete(CHECK, Map.of("model", model("ready")));

    // then
    assertThat(seen).containsAllEntriesOf(limits);
  }

  @Test
  void shouldKeepStateAndReasonOfAFailedModelForTheCaller() {
    // given
    long instance = start(Map.of());
    var failure = Map.of("code", "NO_COMPUTING_RESOURCE", "message", "No machine was free.");

    // when
    engine.increaseTime(Duration.ofSeconds(15));
    jobs.throwError(
        CHECK,
        "NO_COMPUTING_RESOURCE",
        Map.of("model", model("no-computing-resource"), "failure", failure));

    // then
    assertThat(engine.state(instance)).isEqualTo(EngineUnderTest.State.COMPLETED);
    assertThat(engine.passedElements(instance)).endsWith("Event_NoModelMade");
    assertThat(engine.variables(instance))
        .containsEntry(
            "model",
            Map.of(
                "type", "3d", "uuid", "m-1", "state", "no-computing-resource", "failure", failure))
        .containsEntry("failure", failure);
  }

  @Test
  void shouldStopAReconstructionThatIsTooLate() {
    // given
    long instance = start(Map.of());

    // when
    engine.increaseTime(Duration.ofSeconds(15));
    jobs.complete(CHECK, Map.of("model", model("overdue")));
    var seen = jobs.complete("flighthub.open-model.stop", Map.of());

    // then
    assertThat(seen).containsEntry("modelUuid", "m-1");
    assertThat(engine.passedElements(instance))
        .endsWith("StopReconstruction", "Event_ModelGivenUp");
    assertThat(engine.variables(instance).get("model"))
        .hasFieldOrPropertyWithValue("state", "overdue")
        .extracting("failure")
        .hasFieldOrPropertyWithValue("code", "MODEL_OVERDUE");
  }

  private long start(Map<String, Object> variables) {
    var all = new HashMap<String, Object>(variables);
    all.put("model", model("queued"));
    return engine.startInstance("await-model", all);
  }

  private static Map<String, Object> model(String state) {
    return Map.of("type", "3d", "uuid", "m-1", "state", state);
  }
}
