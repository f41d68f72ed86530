package io.flighthubcamunda.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.flighthubcamunda.local.PeopleAtEngine;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One instance of the main process, as its starter and an operator see it. */
record ReconstructionInstance(VirtualEngine engine, long key, String resourceUuid) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int RETRIES = 8;

  /** Lets time pass until the instance has ended; an incident on the way fails the test. */
  ReconstructionInstance awaitEnd() {
    engine.passTimeUntil(
        "the end of instance " + key,
        () -> {
          assertThat(messages()).as("incidents").isEmpty();
          return ended();
        });
    return this;
  }

  /** Lets time pass until the instance has an incident, and returns its message. */
  String awaitIncident() {
    engine.passTimeUntil("an incident of instance " + key, () -> !messages().isEmpty() || ended());
    assertThat(messages()).as("incidents").hasSize(1);
    return messages().getFirst();
  }

  /** Lets time pass until a worker has finished a job of this type for this instance. */
  ReconstructionInstance awaitDone(String jobType) {
    engine.passTimeUntil(
        jobType + " to be done",
        () ->
            engine.history().jobs(key, jobType).stream()
                .anyMatch(job -> job.state() == EngineHistory.JobState.GONE));
    return this;
  }

  /** Lets time pass until a person is asked, and returns the question. */
  PeopleAtEngine.OpenTask awaitQuestion(String elementId) {
    engine.passTimeUntil("a question at " + elementId, () -> !questions(elementId).isEmpty());
    return questions(elementId).getFirst();
  }

  /** Lets time pass until a person is asked, and answers. */
  ReconstructionInstance answer(String elementId, Map<String, Object> answer) {
    var question = awaitQuestion(elementId);
    engine.people().complete(question, answer);
    engine.awaitWithoutTimePassing(
        "the answer to arrive", () -> !engine.people().openTasks().contains(question));
    return this;
  }

  /** What people are asked at a user task now. */
  List<PeopleAtEngine.OpenTask> questions(String elementId) {
    return engine.people().openTasks().stream()
        .filter(task -> task.value().getElementId().equals(elementId))
        .filter(task -> engine.history().belongs(task.value().getProcessInstanceKey(), key))
        .toList();
  }

  boolean ended() {
    return engine.history().ended(key);
  }

  String outcome() {
    return variable("outcome").asText();
  }

  String failureCode() {
    return variable("failure").path("code").asText();
  }

  String failureMessage() {
    return variable("failure").path("message").asText();
  }

  /** A variable of the outermost scope; a missing node when it was never set. */
  JsonNode variable(String name) {
    var text = engine.history().variables(key).get(name);
    return text == null ? MissingNode.getInstance() : json(text);
  }

  /** A variable as the engine's records have it. */
  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  List<String> passed() {
    return engine.history().passed(key);
  }

  List<String> messages() {
    return engine.history().incidents(key).stream().map(EngineHistory.Incident::message).toList();
  }

  EngineHistory.Job firstJob(String jobType) {
    return engine.history().jobs(key, jobType).getFirst();
  }

  /** What the workers said when they gave jobs of this type back. */
  List<String> failures(String jobType) {
    return engine.history().failures(key, jobType).stream()
        .map(job -> job.value().getErrorMessage())
        .toList();
  }

  /** What an operator does in Operate: new retries, and the incident is resolved. */
  ReconstructionInstance retry() {
    var incident = engine.history().incidents(key).getFirst();
    engine
        .client()
        .newUpdateRetriesCommand(incident.value().getJobKey())
        .retries(RETRIES)
        .send()
        .join();
    engine.client().newResolveIncidentCommand(incident.key()).send().join();
    // Not until there is none: the worker may have made the next one by then.
    engine.awaitWithoutTimePassing(
        "the incident to be resolved",
        () -> engine.history().incidents(key).stream().noneMatch(i -> i.key() == incident.key()));
    return this;
  }

  /** Changes a variable of the task that has the incident. */
  ReconstructionInstance changeAtIncident(String name, Object value) {
    var incident = engine.history().incidents(key).getFirst();
    Map<String, Object> variables = new HashMap<>(Collections.singletonMap(name, value));
    engine
        .client()
        .newSetVariablesCommand(incident.value().getElementInstanceKey())
        .variables(variables)
        .local(true)
        .send()
        .join();
    return this;
  }

  ReconstructionInstance cancelByMessage() {
    engine
        .client()
        .newPublishMessageCommand()
        .messageName("cancel-reconstruction")
        .correlationKey(resourceUuid)
        .timeToLive(Duration.ofMinutes(1))
        .send()
        .join();
    return this;
  }
}
