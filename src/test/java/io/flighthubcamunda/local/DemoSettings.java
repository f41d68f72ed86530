package io.flighthubcamunda.local;

import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.imageset.BatchLimits;
import io.flighthubcamunda.imageset.Finding;
import io.flighthubcamunda.imageset.FolderSource;
import io.flighthubcamunda.imageset.ImageFolderRoots;
import io.flighthubcamunda.imageset.ImageSetCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the person who started the demo wants.
 *
 * @param inMemory the engine without Operate
 * @param images folder with photographs; empty for samples of our own
 * @param exit whether to leave when the model is there
 * @param workDirectory for samples, results and logs
 */
record DemoSettings(
    boolean inMemory,
    Optional<Path> images,
    Set<ReconstructionType> types,
    boolean exit,
    Path workDirectory) {

  private static final String IN_MEMORY = "in-memory";
  private static final String REAL = "camunda";

  /**
   * @throws DemoException with one sentence for a value that makes no sense
   */
  static DemoSettings from(Properties properties) {
    var engine = properties.getProperty("engine", "");
    if (!List.of("", REAL, IN_MEMORY).contains(engine)) {
      throw new DemoException(
          "There is no engine \"%s\": -Dengine=%s, or leave it out for a real Camunda."
              .formatted(engine, IN_MEMORY));
    }
    var images = properties.getProperty("images", "");
    return new DemoSettings(
        IN_MEMORY.equals(engine),
        images.isBlank() ? Optional.empty() : Optional.of(Path.of(images).toAbsolutePath()),
        types(properties.getProperty("types", "")),
        !"false".equals(properties.getProperty("exit", "false")),
        Path.of(properties.getProperty("local-camunda.directory", "target/local-camunda")));
  }

  private static Set<ReconstructionType> types(String labels) {
    if (labels.isBlank()) {
      return EnumSet.of(ReconstructionType.THREE_D);
    }
    try {
      return Arrays.stream(labels.split(","))
          .map(String::strip)
          .map(ReconstructionType::of)
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReconstructionType.class)));
    } catch (IllegalArgumentException e) {
      throw new DemoException("-Dtypes: " + e.getMessage());
    }
  }

  /**
   * The folder to reconstruct, looked at before anything is started, so that nobody waits for an
   * engine to learn of a typing mistake.
   */
  Path imageFolder() {
    if (images.isEmpty()) {
      return samples(workDirectory.resolve("sample-photographs"));
    }
    var folder = images.get();
    var real = new ImageFolderRoots(List.of(folder)).resolve(folder.toString());
    var report =
        new ImageSetCheck().check(new FolderSource(real), null, types, BatchLimits.DEFAULT);
    if (!report.usable()) {
      throw new DemoException(
          report.errors().stream().map(Finding::message).collect(Collectors.joining(" ")));
    }
    return real;
  }

  private static Path samples(Path folder) {
    try {
      return SamplePhotographs.renderInto(folder).toRealPath();
    } catch (IOException e) {
      throw new DemoException(
          "The sample photographs could not be written to %s: %s"
              .formatted(folder, e.getMessage()));
    }
  }

  List<String> typeLabels() {
    return types.stream().map(ReconstructionType::label).toList();
  }
}
