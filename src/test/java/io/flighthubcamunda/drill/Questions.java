package io.flighthubcamunda.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a broker's records say that persons are asked: incidents and user tasks. */
final class Questions {

  /** A member of a variable that has no value. */
  private static final Pattern EMPTY = Pattern.compile("\"\\w+\":null,?");

  private final Map<Long, String> jobTypes = new HashMap<>();
  private final Map<Long, Map<String, String>> variables = new HashMap<>();
  private final Set<Long> open = new HashSet<>();
  private final List<Question> all = new ArrayList<>();

  /** Those that nobody has answered yet. */
  List<Question> open() {
    return all.stream().filter(question -> open.contains(question.key())).toList();
  }

  /** A record of a job, of a variable, of an incident or of a user task. */
  void fold(long key, String valueType, String intent, JsonNode value) {
    switch (valueType) {
      case "JOB" -> jobTypes.put(key, value.path("type").asText());
      case "VARIABLE" ->
          variables
              .computeIfAbsent(value.path("scopeKey").asLong(), unused -> new HashMap<>())
              .put(value.path("name").asText(), value.path("value").asText());
      case "INCIDENT" -> {
        if (intent.equals("CREATED")) {
          ask(incident(key, value));
        } else {
          open.remove(key);
        }
      }
      case "USER_TASK" -> {
        switch (intent) {
          case "CREATED" -> ask(userTask(key, value));
          case "COMPLETED", "CANCELED" -> open.remove(key);
          default -> {}
        }
      }
      default -> {}
    }
  }

  private void ask(Question question) {
    open.add(question.key());
    all.add(question);
  }

  private Question incident(long key, JsonNode value) {
    long jobKey = value.path("jobKey").asLong(-1);
    return new Question(
        key,
        value.path("processInstanceKey").asLong(),
        jobKey,
        jobTypes.getOrDefault(jobKey, value.path("elementId").asText()),
        value.path("errorMessage").asText(),
        true);
  }

  private Question userTask(long key, JsonNode value) {
    return new Question(
        key,
        value.path("processInstanceKey").asLong(),
        -1,
        value.path("elementId").asText(),
        shown(variables.getOrDefault(value.path("elementInstanceKey").asLong(), Map.of())),
        false);
  }

  /** What a form shows of the variables of its task: all that has a value, by its name. */
  private static String shown(Map<String, String> variables) {
    return variables.entrySet().stream()
        .filter(variable -> !variable.getValue().equals("null"))
        .sorted(Map.Entry.comparingByKey())
        .map(
            variable ->
                variable.getKey() + ": " + EMPTY.matcher(variable.getValue()).replaceAll(""))
        .collect(Collectors.joining(", "));
  }
}
