package io.flighthubcamunda.bpmn;

import static io.flighthubcamunda.bpmn.EngineUnderTest.State.COMPLETED;
import static io.flighthubcamunda.bpmn.EngineUnderTest.State.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flighthubcamunda.docs.WhatHappensWhen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every reaction of the failure policy, and every answer of a person. */
@DiagramTest
class HandleFailureTest {

  private static final Map<String, Object> PARAMETERS = Map.of("3d", Map.of("quality_level", 2));

  private final EngineUnderTest engine;
  private boolean policyChanged;

  HandleFailureTest(EngineUnderTest engine) {
    this.engine = engine;
  }

  @AfterEach
  void restorePolicy() {
    if (policyChanged) {
      engine.deployDiagrams();
    }
  }

  @Test
  @WhatHappensWhen("FlightHub has no computer for a model")
  void shouldTryAgainLaterWhenFlightHubHasNoComputer() {
    // given
    long instance = fail("NO_COMPUTING_RESOURCE", Map.of());

    // when
    engine.increaseTime(Duration.ofMinutes(59));
    assertThat(engine.state(instance)).isEqualTo(RUNNING);
    engine.increaseTime(Duration.ofMinutes(1));

    // then
    assertTriedAgain(instance);
    assertThat(engine.variables(instance)).containsEntry("parameters", PARAMETERS);
  }

  @Test
  @WhatHappensWhen("FlightHub has no computer for a model")
  void shouldAskAPersonWhenFlightHubHasNoComputerForLong() {
    // when
    fail("NO_COMPUTING_RESOURCE", Map.of("attempt", 4));

    // then
    assertAsked("DecideOnFailure");
  }

  @ParameterizedTest
  @WhatHappensWhen("a model fails, or its start is refused")
  @CsvSource({
    "model, RECONSTRUCTION_FAILED, DecideOnFailure",
    "model, PACKAGING_FAILED, DecideOnFailure",
    "model, MODEL_OVERDUE, DecideOnFailure",
    "start, RECONSTRUCTION_REFUSED, DecideOnFailure",
    "start, QUOTA_USED_UP, ReleaseQuota",
    "model, SOMETHING_NEW, DecideOnFailure"
  })
  void shouldAskAPerson(String kind, String code, String question) {
    // when
    long instance = fail(code, Map.of("kind", kind));

    // then
    assertAsked(question);
    assertThat(engine.state(instance)).isEqualTo(RUNNING);
  }

  @Test
  void shouldGiveUpWhatSomebodyStoppedOnPurpose() {
    // when
    long instance = fail("RECONSTRUCTION_CANCELLED", Map.of());

    // then
    assertGivenUp(instance);
  }

  @Test
  void shouldGiveUpAfterTheFifthAttemptWhateverItIs() {
    // when
    long instance = fail("NO_COMPUTING_RESOURCE", Map.of("attempt", 6));

    // then
    assertGivenUp(instance);
  }

  @Test
  @WhatHappensWhen("a model fails, or its start is refused")
  void shouldTryAgainAtOnceWhenAPersonSaysSo() {
    // given
    long instance = fail("RECONSTRUCTION_FAILED", Map.of());

    // when
    answer(Map.of("decision", "retry-later"));

    // then
    assertTriedAgain(instance);
    assertThat(engine.variables(instance)).containsEntry("parameters", PARAMETERS);
  }

  @Test
  @WhatHappensWhen("a model fails, or its start is refused")
  void shouldTryAgainWithThePresetThatAPersonChose() {
    // given
    long instance = fail("RECONSTRUCTION_FAILED", Map.of("preset", "standard"));

    // when
    answer(Map.of("decision", "retry-other-preset", "otherPreset", "high-detail"));

    // then
    assertTriedAgain(instance);
    assertQualityLevel(instance, 1);
    assertThat(engine.variables(instance)).containsEntry("preset", "high-detail");
  }

  @Test
  void shouldTryAgainWithThePresetOfThePolicyWhenAPersonChoseNone() {
    // given
    long instance = fail("RECONSTRUCTION_FAILED", Map.of());

    // when
    answer(Map.of("decision", "retry-other-preset"));

    // then
    assertTriedAgain(instance);
    assertQualityLevel(instance, 3);
  }

  @ParameterizedTest
  @WhatHappensWhen("a model fails, or its start is refused")
  @CsvSource({"RECONSTRUCTION_FAILED", "QUOTA_USED_UP"})
  void shouldGiveUpWhenAPersonSaysSo(String code) {
    // given
    long instance = fail(code, Map.of());

    // when
    answer(Map.of("decision", "give-up"));

    // then
    assertGivenUp(instance);
  }

  @ParameterizedTest
  @WhatHappensWhen("nobody answers")
  @CsvSource({"RECONSTRUCTION_FAILED", "QUOTA_USED_UP"})
  void shouldGiveUpWhenNobodyAnswersInTime(String code) {
    // given
    long instance = fail(code, Map.of("decisionTimeLimit", "PT8H"));

    // when
    engine.increaseTime(Duration.ofHours(8).minusMinutes(1));
    assertThat(engine.state(instance)).isEqualTo(RUNNING);
    engine.increaseTime(Duration.ofMinutes(1));

    // then
    assertGivenUp(instance);
    assertThat(engine.people().openTasks()).isEmpty();
  }

  @Test
  void shouldAskNobodyWhereNobodyIsThere() {
    // when
    long instance = fail("QUOTA_USED_UP", Map.of("askPeople", false));

    // then
    assertGivenUp(instance);
    assertThat(engine.people().openTasks()).isEmpty();
  }

  @Test
  void shouldFollowATableThatAnOperatorChanged() {
    // given
    deployPolicy("\"give-up\"", "\"retry-other-preset\"", "null", "\"high-detail\"");

    // when
    long instance = fail("RECONSTRUCTION_CANCELLED", Map.of());

    // then
    assertTriedAgain(instance);
    assertQualityLevel(instance, 1);
  }

  @Test
  void shouldAskAPersonWhenATableHasAReactionThatNobodyKnows() {
    // given
    deployPolicy("\"give-up\"", "\"giveup\"", "null", "null");

    // when
    fail("RECONSTRUCTION_CANCELLED", Map.of());

    // then
    assertAsked("DecideOnFailure");
  }

  private long fail(String code, Map<String, Object> variables) {
    var all = new HashMap<String, Object>();
    all.put("kind", "model");
    all.put("type", "3d");
    all.put("attempt", 1);
    all.put("failure", Map.of("code", code, "message", "It failed.", "flightHubCode", 4711));
    all.put("parameters", PARAMETERS);
    all.putAll(variables);
    long instance = engine.startInstance("handle-failure", all);
    engine.waitForIdle();
    return instance;
  }

  private void answer(Map<String, Object> answer) {
    engine.people().complete(engine.people().openTasks().getFirst(), answer);
  }

  private void assertAsked(String elementId) {
    assertThat(engine.people().openTasks())
        .singleElement()
        .satisfies(task -> assertThat(task.value().getElementId()).isEqualTo(elementId))
        .satisfies(task -> assertThat(task.value().getFormKey()).isPositive());
  }

  private void assertTriedAgain(long instance) {
    awaitEnd(instance);
    assertThat(engine.passedElements(instance)).endsWith("Event_ToBeTriedAgain");
  }

  private void assertGivenUp(long instance) {
    awaitEnd(instance);
    assertThat(engine.passedElements(instance)).endsWith("Event_NotTriedAgain");
    assertThat(engine.variables(instance)).containsEntry("reaction", "give-up");
  }

  /** A pause of no length is a timer all the same, which an idle engine has not fired yet. */
  private void awaitEnd(long instance) {
    await().untilAsserted(() -> assertThat(engine.state(instance)).isEqualTo(COMPLETED));
  }

  private void assertQualityLevel(long instance, int level) {
    assertThat(engine.variables(instance).get("parameters"))
        .extracting("3d")
        .hasFieldOrPropertyWithValue("quality_level", level);
  }

  /** Changes reaction and other preset of the row for models that were cancelled elsewhere. */
  private void deployPolicy(String before, String after, String presetBefore, String presetAfter) {
    policyChanged = true;
    var table = file("bpmn/failure-policy.dmn");
    int row = table.indexOf("Rule_CancelledElsewhere");
    var changed =
        table
            .substring(row)
            .replaceFirst(before, after)
            .replaceFirst(
                "(_preset\">\\s*<text>)" + presetBefore + "(</text>)", "$1" + presetAfter + "$2");
    engine
        .client()
        .newDeployResourceCommand()
        .addResourceStringUtf8(table.substring(0, row) + changed, "failure-policy.dmn")
        .send()
        .join();
  }

  private static String file(String path) {
    try (var stream = HandleFailureTest.class.getResourceAsStream("/" + path)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
