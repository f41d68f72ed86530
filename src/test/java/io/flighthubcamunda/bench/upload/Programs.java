package io.flighthubcamunda.bench.upload;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds programs on the PATH and where tools/bench/install-peers puts them.
 *
 * @param installed folder of the installed ones, may be missing
 */
record Programs(Path installed) {

  /**
   * A program that answers a question as expected.
   *
   * @param version its answer's first line
   */
  record Program(Path path, String version) {}

  /**
   * @param names any of them; the first that fits is taken
   * @param question argument that asks for the version
   * @param answer what the first line must contain, since other programs may have the same name
   */
  Optional<Program> find(List<String> names, String question, Pattern answer) {
    return names.stream()
        .flatMap(name -> folders().map(folder -> folder.resolve(name)))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .flatMap(file -> ask(file, question).stream())
        .filter(program -> answer.matcher(program.version()).find())
        .findFirst();
  }

  private Stream<Path> folders() {
    var path = System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator));
    return Stream.concat(
        Arrays.stream(path).filter(folder -> !folder.isBlank()).map(Path::of),
        Stream.of(installed));
  }

  private static Optional<Program> ask(Path file, String question) {
    try {
      var process = new ProcessBuilder(file.toString(), question).redirectErrorStream(true).start();
      process.getOutputStream().close();
      var lines = new String(process.getInputStream().readAllBytes()).lines().toList();
      return process.waitFor() == 0 && !lines.isEmpty()
          ? Optional.of(new Program(file, lines.getFirst().strip()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
