package io.flighthubcamunda.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A template as a designer drops it into Camunda Modeler. */
record ElementTemplate(String fileName, JsonNode json) {

  private static final Path FOLDER = Path.of("element-templates");
  private static final Pattern ERROR_CODE = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)+\\b");

  static List<ElementTemplate> all() {
    var json = new ObjectMapper();
    try (var files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(file -> new ElementTemplate(file.getFileName().toString(), read(json, file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(ObjectMapper json, Path file) {
    try {
      return json.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a template for a service task. */
  Optional<String> jobType() {
    return value("zeebe:taskDefinition", "type");
  }

  /** Of a template for a call activity. */
  Optional<String> calledProcess() {
    return value("zeebe:calledElement", "processId");
  }

  /** Variables that the element gets. */
  Set<String> inputs() {
    return properties("zeebe:input")
        .map(property -> property.at("/binding/name").asText())
        .collect(Collectors.toSet());
  }

  /** Variables of the job or the called process that are handed on. */
  Set<String> outputs() {
    return properties("zeebe:output")
        .map(property -> property.at("/binding/source").asText().substring(1))
        .collect(Collectors.toSet());
  }

  /** BPMN errors that its texts name. */
  Set<String> errorCodes() {
    return ERROR_CODE
        .matcher(String.join(" ", json.findValuesAsText("description")))
        .results()
        .map(match -> match.group())
        .collect(Collectors.toSet());
  }

  private Optional<String> value(String binding, String property) {
    return properties(binding)
        .filter(candidate -> candidate.at("/binding/property").asText().equals(property))
        .map(candidate -> candidate.get("value").asText())
        .findFirst();
  }

  private Stream<JsonNode> properties(String binding) {
    return json.get("properties")
        .valueStream()
        .filter(property -> property.at("/binding/type").asText().equals(binding));
  }
}
