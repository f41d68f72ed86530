package io.flighthubcamunda.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;

/** Writes a report as {@code {"goals": [{name, value, goal, met}], "machine": {..}, ..}}. */
final class ReportFile {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ReportFile() {}

  /** Replaces the file of an earlier run. */
  static void write(Path file, BenchSettings settings, MachineFacts machine, Report report) {
    var content = new LinkedHashMap<String, Object>();
    content.put("goals", report.goals());
    content.put("scale", settings.scale());
    content.put("runs", settings.runs());
    content.put("machine", machine);
    content.putAll(report.details());
    try {
      Files.createDirectories(file.getParent());
      JSON.writeValue(file.toFile(), content);
    } catch (IOException e) {
      throw new BenchException("%s could not be written: %s".formatted(file, e.getMessage()), e);
    }
  }
}
