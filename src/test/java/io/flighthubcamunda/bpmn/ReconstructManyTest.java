package io.flighthubcamunda.bpmn;

import static io.flighthubcamunda.bpmn.EngineUnderTest.State.COMPLETED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Every path of the process {@code reconstruct-many}. */
@DiagramTest
class ReconstructManyTest {

  private static final String LIST = "flighthub.survey.list-image-sets";
  private static final String CHECK = "flighthub.image-set.check";
  private static final String RECORD = "flighthub.survey.record-outcome";
  private static final String SUMMARIZE = "flighthub.survey.summarize";

  private final EngineUnderTest engine;
  private final ScriptedJobs jobs;

  ReconstructManyTest(EngineUnderTest engine) {
    this.engine = engine;
    this.jobs = new ScriptedJobs(engine);
  }

  @Test
  void shouldSumUpWhatBecameOfEachImageSetInTheOrderOfTheList() {
    // given
    long instance = start(Map.of());
    listed(3);

    // when
    rejectAll(3);
    var seen = new HashMap<String, Map<String, Object>>();
    for (int i = 0; i < 3; i++) {
      var record = jobs.complete(RECORD, job -> outcome(job, "set-2"));
      seen.put((String) record.get("imageSetName"), record);
    }
    var summarized = jobs.complete(SUMMARIZE, Map.of("summary", Map.of("imageSets", 3)));

    // then
    assertThat(engine.state(instance)).isEqualTo(COMPLETED);
    assertThat(engine.passedElements(instance))
        .startsWith("Event_SurveyReceived", "ListImageSets")
        .endsWith("ReconstructImageSets", "SummarizeSurvey", "Event_SurveyDone");
    assertThat(seen.get("set-1"))
        .containsEntry("resultFolder", "/results/season/001-set-1")
        .containsEntry("resourceUuid", "r-1")
        .extracting("end")
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("outcome", "rejected")
        .containsEntry("failure", Map.of("code", "IMAGE_SET_INVALID", "message", "set-1"));
    var outcomes =
        List.of(Map.of("state", "failed"), Map.of("state", "ready"), Map.of("state", "failed"));
    assertThat(summarized).containsEntry("outcomes", outcomes);
    assertThat(engine.variables(instance))
        .containsEntry("outcome", "partly-ready")
        .containsOnlyKeys(
            "surveyList",
            "surveyName",
            "surveyUuid",
            "resultFolder",
            "startedAt",
            "parameters",
            "imageSets",
            "outcomes",
            "summary",
            "outcome");
  }

  @Test
  void shouldEndAsReadyOnlyWhenEveryImageSetIsReady() {
    assertOutcome(List.of("ready", "ready"), "ready");
  }

  @Test
  void shouldEndAsFailedWhenNoImageSetHasAModel() {
    assertOutcome(List.of("failed", "cancelled"), "failed");
  }

  @Test
  void shouldRejectAListThatCannotBeUsed() {
    // given
    long instance = start(Map.of());
    var failure = Map.of("code", "REQUEST_INVALID", "message", "Row 2: no imageFolder is given.");

    // when
    jobs.throwError(LIST, "REQUEST_INVALID", Map.of("failure", failure));

    // then
    assertThat(engine.state(instance)).isEqualTo(COMPLETED);
    assertThat(engine.passedElements(instance)).endsWith("Event_SurveyRejected");
    assertThat(engine.variables(instance))
        .containsEntry("outcome", "rejected")
        .containsEntry("failure", failure);
  }

  @Test
  void shouldHandOnWhatTheSurveyAskedForWhereTheListSaysNothing() {
    // given
    start(Map.of("parameters", Map.of("3d", Map.of("a", 1)), "queueTimeLimit", "P20D"));
    jobs.complete(
        LIST,
        listing(
            List.of(row(1, Map.of()), row(2, Map.of("parameters", Map.of("2d", Map.of("b", 2)))))));

    // when
    var seen = new HashMap<Object, Map<String, Object>>();
    for (int i = 0; i < 2; i++) {
      var job = jobs.complete(CHECK, Map.of("imageSet", Map.of("name", "x", "batchCount", 1)));
      seen.put(job.get("imageSetName"), job);
    }

    // then
    assertThat(seen.get("set-1"))
        .containsEntry("imageFolder", "/images/1")
        .containsEntry("types", List.of("3d"))
        .containsEntry("parameters", Map.of("3d", Map.of("a", 1)))
        .containsEntry("resourceUuid", "r-1")
        .containsEntry("resultFolder", "/results/season/001-set-1")
        .containsEntry("queueTimeLimit", "P20D");
    assertThat(seen.get("set-2")).containsEntry("parameters", Map.of("2d", Map.of("b", 2)));
  }

  private void assertOutcome(List<String> states, String outcome) {
    // given
    long instance = start(Map.of());
    listed(states.size());

    // when
    rejectAll(states.size());
    states.forEach(
        state -> jobs.complete(RECORD, Map.of("imageSetOutcome", Map.of("state", state))));
    jobs.complete(SUMMARIZE, Map.of("summary", Map.of()));

    // then
    assertThat(engine.variables(instance)).containsEntry("outcome", outcome);
  }

  private long start(Map<String, Object> variables) {
    var all = new HashMap<>(variables);
    all.put("surveyList", "/images/season.csv");
    return engine.startInstance("reconstruct-many", all);
  }

  private void listed(int count) {
    jobs.complete(
        LIST, listing(IntStream.rangeClosed(1, count).mapToObj(i -> row(i, Map.of())).toList()));
  }

  private void rejectAll(int count) {
    for (int i = 1; i <= count; i++) {
      var name = "set-" + i;
      jobs.throwError(
          CHECK,
          job -> name.equals(job.get("imageSetName")),
          "IMAGE_SET_INVALID",
          Map.of("failure", Map.of("code", "IMAGE_SET_INVALID", "message", name)));
    }
  }

  private static Map<String, Object> listing(List<Map<String, Object>> imageSets) {
    return Map.of(
        "imageSets", imageSets,
        "surveyName", "season",
        "surveyUuid", "s-1",
        "resultFolder", "/results/season",
        "startedAt", "2026-11-01T08:00:00Z");
  }

  private static Map<String, Object> row(int number, Map<String, Object> more) {
    var row = new HashMap<>(more);
    row.put("name", "set-" + number);
    row.put("imageFolder", "/images/" + number);
    row.put("types", List.of("3d"));
    row.put("resultFolder", "00%d-set-%d".formatted(number, number));
    row.put("resourceUuid", "r-" + number);
    return row;
  }

  private static Map<String, Object> outcome(Map<String, Object> job, String ready) {
    var state = ready.equals(job.get("imageSetName")) ? "ready" : "failed";
    return Map.of("imageSetOutcome", Map.of("state", state));
  }
}
