package io.flighthubcamunda.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the product says, read from its sources.
 *
 * @param files their texts, with literals joined that are put together with a plus
 */
record Messages(List<String> files) {

  private static final Pattern JOINT =
      Pattern.compile("\"\\s*(?:\\.formatted\\([^;\"]*?\\))?\\s*\\+\\s*\"");

  private static final String LITERAL = "\"(?:[^\"\\\\\n]|\\\\.)*\"";
  private static final Pattern TEXT = Pattern.compile(LITERAL);

  /** What {@code Reactions} makes an incident of, at once or when all tries are used up. */
  private static final Pattern INCIDENT =
      Pattern.compile(
          "(?:new (?:OperatorNeeded|NotYet|FlightHubSetupException|StorageException"
              + "|ResultException|FullDiskException|SourceUnavailableException)|StorageException\\.slowDown)"
              + "\\((?:%s|[^\";])*;".formatted(LITERAL));

  static Messages read() {
    try (var sources = Files.walk(Path.of("src/main/java"))) {
      return new Messages(
          sources
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.toString().contains("simulator"))
              .map(Messages::joined)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> all() {
    return files.stream().flatMap(file -> literals(file).stream()).toList();
  }

  /** One text for each place that raises an incident, with all literals of that place. */
  List<String> ofIncidents() {
    return files.stream()
        .flatMap(file -> INCIDENT.matcher(file).results())
        .map(place -> literals(place.group()))
        .filter(literals -> !literals.isEmpty())
        .map(literals -> literals.stream().collect(Collectors.joining(" … ")))
        .toList();
  }

  private static List<String> literals(String source) {
    return TEXT.matcher(source)
        .results()
        .map(match -> match.group().substring(1, match.group().length() - 1))
        .map(String::translateEscapes)
        .toList();
  }

  private static String joined(Path file) {
    try {
      return JOINT.matcher(Files.readString(file)).replaceAll("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
