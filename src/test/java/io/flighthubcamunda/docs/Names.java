package io.flighthubcamunda.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flighthubcamunda.api.RefusalReason;
import io.flighthubcamunda.cli.FlightHubCamunda;
import io.flighthubcamunda.worker.config.FlightHubProperties;
import io.flighthubcamunda.worker.metrics.WorkerMetric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** The names that the product really has. */
final class Names {

  private static final Pattern ALERT = Pattern.compile("(?m)^ *- alert: (\\S+)$");

  private Names() {}

  /** All that begins with {@code flighthub.}: settings, metrics, job types. */
  static Set<String> dotted() {
    return Stream.of(settings(), metrics(), jobTypes())
        .flatMap(names -> names)
        .collect(Collectors.toSet());
  }

  /** Without the reasons of {@code flighthub.codes}, which is among them itself. */
  static Stream<String> settings() {
    return Stream.concat(
        settings("flighthub.", FlightHubProperties.class),
        Arrays.stream(RefusalReason.values())
            .map(reason -> "flighthub.codes." + reason.name().toLowerCase(Locale.ROOT))
            .map(name -> name.replace('_', '-')));
  }

  static List<String> verbs() {
    return Arrays.stream(FlightHubCamunda.class.getAnnotation(Command.class).subcommands())
        .map(verb -> verb.getAnnotation(Command.class).name())
        .toList();
  }

  static List<String> alerts() {
    return Page.of("monitoring/alerts.yml").find(ALERT);
  }

  static List<String> templates() {
    return files("element-templates").map(Names::templateName).toList();
  }

  private static Stream<String> settings(String prefix, Class<?> of) {
    return Arrays.stream(of.getRecordComponents())
        .flatMap(
            component ->
                isGroup(component)
                    ? settings(prefix + kebab(component) + ".", component.getType())
                    : Stream.of(prefix + kebab(component)));
  }

  private static boolean isGroup(RecordComponent component) {
    return component.getType().isRecord()
        && component.getType().getEnclosingClass() == FlightHubProperties.class;
  }

  private static String kebab(RecordComponent component) {
    return component.getName().replaceAll("(?<=[a-z0-9])([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static Stream<String> metrics() {
    return Arrays.stream(WorkerMetric.values()).map(WorkerMetric::getName);
  }

  private static Stream<String> jobTypes() {
    return files("element-templates")
        .map(file -> file.getFileName().toString().replace(".json", ""))
        .filter(name -> name.startsWith("flighthub."));
  }

  private static String templateName(Path file) {
    try {
      return new ObjectMapper().readValue(file.toFile(), Map.class).get("name").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(String folder) {
    try (var files = Files.list(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
