package io.flighthubcamunda.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What became of the process instances of a broker, by its records: which ended and how, which wait
 * for a person and why, and which still go on by themselves. Called instances count with the one
 * that nobody called.
 */
final class EngineStory {

  private static final String START = "flighthub.open-model.start";
  private static final Set<String> UPLOAD =
      Set.of("flighthub.image-set.upload-batch", "flighthub.open-model.upload-callback");
  private static final Set<String> MODEL_LISTS =
      Set.of("models", "startedModels", "restartedModels");

  /** A timer that is due later is a limit, and nothing that the instance waits for. */
  private static final Duration SOON = Duration.ofMinutes(2);

  /**
   * A job whose pause is over is offered again within a second. One that still isn't after this
   * time never will be: a fault of the engine that is known as camunda/camunda issue 16884, and
   * open.
   */
  private static final Duration FORGOTTEN = Duration.ofMinutes(1);

  private final RecordTail tail;
  private final Questions questions = new Questions();
  private final Map<Long, Long> parents = new HashMap<>();
  private final Set<Long> ended = new HashSet<>();
  private final Map<Long, Map<String, String>> variables = new HashMap<>();
  private final Map<Long, Part> liveJobs = new HashMap<>();
  private final Map<Long, Long> pausedUntil = new HashMap<>();
  private final Map<Long, Part> timers = new HashMap<>();
  private final Map<Long, Integer> starts = new HashMap<>();
  private final StringBuilder models = new StringBuilder();

  /** A job or a timer of an instance. */
  private record Part(long instanceKey, JsonNode value) {

    static Part of(JsonNode value) {
      return new Part(value.path("processInstanceKey").asLong(), value);
    }

    @Override
    public String toString() {
      return value.path("type").asText(value.path("targetElementId").asText());
    }
  }

  EngineStory(RecordTail tail) {
    this.tail = tail;
  }

  /** Reads on until there is nothing new. */
  void update() {
    for (var records = tail.next(); !records.isEmpty(); records = tail.next()) {
      records.stream()
          .filter(entry -> entry.path("recordType").asText().equals("EVENT"))
          .forEach(this::fold);
    }
  }

  boolean ended(long instanceKey) {
    return ended.contains(instanceKey);
  }

  /** JSON text of a variable of the instance itself. */
  Optional<String> variable(long instanceKey, String name) {
    return Optional.ofNullable(variables.getOrDefault(instanceKey, Map.of()).get(name));
  }

  /** The instance that was begun with this resource, if there is one. */
  Optional<Long> instanceOf(String resourceUuid) {
    return parents.keySet().stream()
        .filter(key -> root(key) == key)
        .filter(
            key ->
                variable(key, "resourceUuid")
                    .filter(("\"" + resourceUuid + "\"")::equals)
                    .isPresent())
        .findFirst();
  }

  /** Whether it ended, or nothing happens to it any more unless a person does something. */
  boolean settled(long instanceKey) {
    return ended(instanceKey)
        || (goingOn(instanceKey).isEmpty()
            && (!openQuestions(instanceKey).isEmpty() || forgotten(instanceKey)));
  }

  /** Whether files of it are on their way: sent, and not registered yet. */
  boolean uploading(long instanceKey) {
    return goingOn(instanceKey).stream().anyMatch(UPLOAD::contains);
  }

  /** Whether it has a failed job with tries left that the engine offers to nobody any more. */
  boolean forgotten(long instanceKey) {
    return pausedUntil.keySet().stream()
        .filter(this::forgottenJob)
        .map(liveJobs::get)
        .anyMatch(job -> root(job.instanceKey()) == instanceKey);
  }

  private boolean forgottenJob(long jobKey) {
    var until = pausedUntil.get(jobKey);
    return until != null && until < Instant.now().minus(FORGOTTEN).toEpochMilli();
  }

  /** Jobs that a worker will take, and timers that are due soon. */
  List<String> goingOn(long instanceKey) {
    var soon = Instant.now().plus(SOON).toEpochMilli();
    var soonDue =
        timers.values().stream()
            .filter(timer -> timer.value().path("dueDate").asLong() < soon)
            .toList();
    var offered =
        liveJobs.entrySet().stream()
            .filter(job -> !forgottenJob(job.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    return Stream.concat(of(offered, instanceKey).stream(), of(soonDue, instanceKey).stream())
        .map(Part::toString)
        .toList();
  }

  /** What a person is asked now. */
  List<Question> openQuestions(long instanceKey) {
    return questions.open().stream()
        .filter(question -> root(question.instanceKey()) == instanceKey)
        .toList();
  }

  /** How often the engine asked for a start: each may be billed once. */
  int startsAskedFor(long instanceKey) {
    return starts.getOrDefault(instanceKey, 0);
  }

  /** Whether the engine ever heard of a model. */
  boolean knows(String modelUuid) {
    return models.indexOf(modelUuid) >= 0;
  }

  private List<Part> of(Collection<Part> parts, long instanceKey) {
    return parts.stream().filter(part -> root(part.instanceKey()) == instanceKey).toList();
  }

  private long root(long instanceKey) {
    long parent = parents.getOrDefault(instanceKey, -1L);
    return parent < 0 ? instanceKey : root(parent);
  }

  private void fold(JsonNode entry) {
    var value = entry.path("value");
    var valueType = entry.path("valueType").asText();
    var intent = entry.path("intent").asText();
    long key = entry.path("key").asLong();
    questions.fold(key, valueType, intent, value);
    switch (valueType) {
      case "PROCESS_INSTANCE" -> foldInstance(key, intent, value);
      case "VARIABLE" -> foldVariable(value);
      case "JOB" -> foldJob(key, intent, value);
      case "TIMER" -> {
        if (intent.equals("CREATED")) {
          timers.put(key, Part.of(value));
        } else {
          timers.remove(key);
        }
      }
      default -> {}
    }
  }

  private void foldInstance(long key, String intent, JsonNode value) {
    if (!value.path("bpmnElementType").asText().equals("PROCESS")) {
      return;
    }
    switch (intent) {
      case "ELEMENT_ACTIVATING" ->
          parents.put(key, value.path("parentProcessInstanceKey").asLong(-1));
      case "ELEMENT_COMPLETED", "ELEMENT_TERMINATED" -> ended.add(key);
      default -> {}
    }
  }

  private void foldVariable(JsonNode value) {
    var name = value.path("name").asText();
    var text = value.path("value").asText();
    if (MODEL_LISTS.contains(name)) {
      models.append(text).append('\n');
    }
    variables
        .computeIfAbsent(value.path("scopeKey").asLong(), unused -> new HashMap<>())
        .put(name, text);
  }

  private void foldJob(long key, String intent, JsonNode value) {
    pausedUntil.remove(key);
    switch (intent) {
      case "CREATED" -> {
        liveJobs.put(key, Part.of(value));
        if (value.path("type").asText().equals(START)) {
          starts.merge(root(value.path("processInstanceKey").asLong()), 1, Integer::sum);
        }
      }
      case "TIMED_OUT", "RECURRED_AFTER_BACKOFF", "YIELDED", "RETRIES_UPDATED" ->
          liveJobs.put(key, Part.of(value));
      case "FAILED" -> {
        if (value.path("retries").asInt() > 0) {
          liveJobs.put(key, Part.of(value));
          if (value.path("retryBackoff").asLong() > 0) {
            pausedUntil.put(key, value.path("recurringTime").asLong());
          }
        } else {
          liveJobs.remove(key);
        }
      }
      case "COMPLETED", "CANCELED", "ERROR_THROWN" -> liveJobs.remove(key);
      default -> {}
    }
  }
}
