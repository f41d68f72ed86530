package io.flighthubcamunda.local;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a local Camunda lives: what the build put there (distribution, OpenSearch's class path),
 * logs, and the data of one run.
 */
record LocalDirectory(Path root) {

  LocalDirectory {
    root = root.toAbsolutePath().normalize();
  }

  /**
   * The unpacked Camunda distribution.
   *
   * @throws LocalEngineException if the build did not unpack it
   */
  Path distribution() {
    Path parent = root.resolve("distribution");
    try (Stream<Path> entries = Files.list(parent)) {
      return entries
          .filter(entry -> Files.isDirectory(entry.resolve("lib")))
          .findFirst()
          .orElseThrow(() -> missing(parent));
    } catch (IOException e) {
      throw missing(parent);
    }
  }

  /**
   * OpenSearch's jar files, as one class path.
   *
   * @throws LocalEngineException if the build did not write it
   */
  String openSearchClassPath() {
    Path file = root.resolve("opensearch.classpath");
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw missing(file);
    }
  }

  private static LocalEngineException missing(Path path) {
    return new LocalEngineException(
        "%s is missing; run \"mvn -q -Pdemo\", which puts it there.".formatted(path));
  }

  Path log(String name) {
    return created(root.resolve("logs")).resolve(name + ".log");
  }

  /** The directory of one server for this run, without what an earlier run left there. */
  Path freshRun(String server) {
    Path run = root.resolve("run").resolve(server);
    if (Files.exists(run)) {
      try (Stream<Path> leftovers = Files.walk(run)) {
        List<Path> deepestFirst = leftovers.sorted(Comparator.reverseOrder()).toList();
        for (Path leftover : deepestFirst) {
          Files.delete(leftover);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return created(run);
  }

  /**
   * A directory with these classes and nothing else, for the class path of a child. Our whole class
   * path would bring configuration files that the child must not see.
   */
  Path launcher(Class<?>... classes) {
    for (Class<?> type : classes) {
      copyFromClassPath(type.getName().replace('.', '/') + ".class");
    }
    return root.resolve("launcher");
  }

  /** Copies a file from the class path; a child cannot be sure to see ours. */
  Path copyFromClassPath(String resource) {
    Path target = root.resolve("launcher").resolve(resource.replace("/", File.separator));
    created(target.getParent());
    try (InputStream source = LocalDirectory.class.getClassLoader().getResourceAsStream(resource)) {
      if (source == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path created(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
