package io.flighthubcamunda.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What became of the process instances of a broker, by its records: which ended and how, which wait
 * for a person and why, and which still go on by themselves. Called instances count with the one
 * that nobody called.
 */
final class EngineStory {

  private static final String START = "flighthub.open-model.start";

  /** A timer that is due later is a limit, and nothing that the instance waits for. */
  private static final Duration SOON = Duration.ofMinutes(2);

  private final RecordTail tail;
  private final Map<Long, Long> parents = new HashMap<>();
  private final Set<Long> ended = new HashSet<>();
  private final Map<Long, Map<String, String>> variables = new HashMap<>();
  private final Map<Long, Entry> liveJobs = new HashMap<>();
  private final Map<Long, String> jobTypes = new HashMap<>();
  private final Map<Long, Entry> timers = new HashMap<>();
  private final Map<Long, Entry> openIncidents = new LinkedHashMap<>();
  private final Map<Long, Entry> openUserTasks = new LinkedHashMap<>();
  private final Map<Long, Integer> starts = new HashMap<>();
  private final List<Question> questions = new ArrayList<>();
  private final StringBuilder known = new StringBuilder();

  /** Something that an instance has, and its record's value. */
  private record Entry(long instanceKey, JsonNode value) {}

  /**
   * What a person is asked, or was asked.
   *
   * @param key of the incident or of the user task
   * @param jobKey of the incident's job; -1 without one
   * @param where job type of an incident, element id otherwise
   */
  record Question(
      long key, long instanceKey, long jobKey, String where, String message, boolean incident) {

    boolean aboutStart() {
      return where.equals(START);
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

  /** Whether nothing happens to it any more unless a person does something. */
  boolean settled(long instanceKey) {
    return ended(instanceKey) || (waiting(instanceKey) && !goesOn(instanceKey));
  }

  /** Whether a person is asked. */
  boolean waiting(long instanceKey) {
    return has(openIncidents.values(), instanceKey) || has(openUserTasks.values(), instanceKey);
  }

  /** Whether a worker or a timer will move it. */
  boolean goesOn(long instanceKey) {
    var soon = Instant.now().plus(SOON).toEpochMilli();
    return has(liveJobs.values(), instanceKey)
        || timers.values().stream()
            .filter(timer -> timer.value().path("dueDate").asLong() < soon)
            .anyMatch(timer -> root(timer.instanceKey()) == instanceKey);
  }

  /** What a person is asked now. */
  List<Question> openQuestions(long instanceKey) {
    return questions.stream()
        .filter(question -> root(question.instanceKey()) == instanceKey)
        .filter(
            question ->
                openIncidents.containsKey(question.key())
                    || openUserTasks.containsKey(question.key()))
        .toList();
  }

  /** All that persons were ever asked. */
  List<Question> questions() {
    return List.copyOf(questions);
  }

  long instanceOf(Question question) {
    return root(question.instanceKey());
  }

  /** How often the engine asked for a start: each may be billed once. */
  int startsAskedFor(long instanceKey) {
    return starts.getOrDefault(instanceKey, 0);
  }

  /** Whether the engine ever heard of a model. */
  boolean knows(String modelUuid) {
    return known.indexOf(modelUuid) >= 0;
  }

  /** What it does or waits for, for the report of one that does not come to an end. */
  String whereabouts(long instanceKey) {
    var jobs =
        liveJobs.values().stream()
            .filter(job -> root(job.instanceKey()) == instanceKey)
            .map(job -> job.value().path("type").asText())
            .toList();
    var waits =
        timers.values().stream()
            .filter(timer -> root(timer.instanceKey()) == instanceKey)
            .map(timer -> timer.value().path("targetElementId").asText())
            .toList();
    return "jobs %s, timers %s".formatted(jobs, waits);
  }

  private boolean has(Collection<Entry> entries, long instanceKey) {
    return entries.stream().anyMatch(entry -> root(entry.instanceKey()) == instanceKey);
  }

  private long root(long instanceKey) {
    long parent = parents.getOrDefault(instanceKey, -1L);
    return parent < 0 ? instanceKey : root(parent);
  }

  private void fold(JsonNode entry) {
    var value = entry.path("value");
    var intent = entry.path("intent").asText();
    long key = entry.path("key").asLong();
    switch (entry.path("valueType").asText()) {
      case "PROCESS_INSTANCE" -> foldElement(key, intent, value);
      case "VARIABLE" -> foldVariable(value);
      case "JOB" -> foldJob(key, intent, value);
      case "TIMER" -> {
        if (intent.equals("CREATED")) {
          timers.put(key, entry(value));
        } else {
          timers.remove(key);
        }
      }
      case "INCIDENT" -> foldIncident(key, intent, value);
      case "USER_TASK" -> foldUserTask(key, intent, value);
      default -> {}
    }
  }

  private static Entry entry(JsonNode value) {
    return new Entry(value.path("processInstanceKey").asLong(), value);
  }

  private void foldElement(long key, String intent, JsonNode value) {
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
    var text = value.path("value").asText();
    if (value.path("name").asText().equals("models")
        || value.path("name").asText().equals("startedModels")) {
      known.append(text).append('\n');
    }
    variables
        .computeIfAbsent(value.path("scopeKey").asLong(), unused -> new HashMap<>())
        .put(value.path("name").asText(), text);
  }

  private void foldJob(long key, String intent, JsonNode value) {
    switch (intent) {
      case "CREATED" -> {
        liveJobs.put(key, entry(value));
        jobTypes.put(key, value.path("type").asText());
        if (value.path("type").asText().equals(START)) {
          starts.merge(root(value.path("processInstanceKey").asLong()), 1, Integer::sum);
        }
      }
      case "TIMED_OUT", "RECURRED_AFTER_BACKOFF", "YIELDED", "RETRIES_UPDATED" ->
          liveJobs.put(key, entry(value));
      case "FAILED" -> {
        if (value.path("retries").asInt() > 0) {
          liveJobs.put(key, entry(value));
        } else {
          liveJobs.remove(key);
        }
      }
      case "COMPLETED", "CANCELED", "ERROR_THROWN" -> liveJobs.remove(key);
      default -> {}
    }
  }

  private void foldIncident(long key, String intent, JsonNode value) {
    if (!intent.equals("CREATED")) {
      openIncidents.remove(key);
      return;
    }
    openIncidents.put(key, entry(value));
    long jobKey = value.path("jobKey").asLong(-1);
    questions.add(
        new Question(
            key,
            value.path("processInstanceKey").asLong(),
            jobKey,
            jobTypes.getOrDefault(jobKey, value.path("elementId").asText()),
            value.path("errorMessage").asText(),
            true));
  }

  private void foldUserTask(long key, String intent, JsonNode value) {
    switch (intent) {
      case "CREATED" -> {
        openUserTasks.put(key, entry(value));
        questions.add(
            new Question(
                key,
                value.path("processInstanceKey").asLong(),
                -1,
                value.path("elementId").asText(),
                reason(value),
                false));
      }
      case "COMPLETED", "CANCELED" -> openUserTasks.remove(key);
      default -> {}
    }
  }

  /** What a form shows: the variables of the task. */
  private String reason(JsonNode value) {
    return variables.getOrDefault(value.path("elementInstanceKey").asLong(), Map.of()).toString();
  }
}
