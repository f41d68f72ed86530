package io.flighthubcamunda.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder that goes away with everything in it. */
record TemporaryFolder(Path path) implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);
  private static final int ATTEMPTS = 3;

  static TemporaryFolder create() throws IOException {
    return new TemporaryFolder(Files.createTempDirectory("flighthub-simulator-"));
  }

  /** An upload that was cut off can still add a file, so one attempt is not always enough. */
  @Override
  public void close() {
    for (int attempt = 1; attempt <= ATTEMPTS && Files.exists(path); attempt++) {
      try {
        delete();
      } catch (IOException | UncheckedIOException e) {
        LOG.debug("Attempt {} to remove {} failed", attempt, path, e);
      }
    }
    if (Files.exists(path)) {
      LOG.warn("The temporary folder {} could not be removed.", path);
    }
  }

  private void delete() throws IOException {
    try (Stream<Path> content = Files.walk(path)) {
      List<Path> deepestFirst = content.sorted(Comparator.reverseOrder()).toList();
      for (Path entry : deepestFirst) {
        Files.deleteIfExists(entry);
      }
    }
  }
}
