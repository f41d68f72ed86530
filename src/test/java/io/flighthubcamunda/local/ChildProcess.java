package io.flighthubcamunda.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Java process of ours whose output goes to a log file and whose standard input is a pipe that we
 * hold, so that it can tell when we are gone ({@link ChildMain}).
 */
final class ChildProcess implements AutoCloseable {

  /** Settings of these kinds in the person's shell are meant for something else. */
  private static final Pattern FOREIGN_SETTING =
      Pattern.compile(
          "(SPRING|SERVER|MANAGEMENT|LOGGING|ZEEBE|ATOMIX|CAMUNDA|AWS|JAVA_TOOL|JDK_JAVA)_.*|JAVA_OPTS");

  private static final Pattern ERROR_LINE =
      Pattern.compile("\\b(ERROR|FATAL)\\b|Exception\\b|Error:|error:");

  private final String name;
  private final Path log;
  private final Process process;
  private volatile boolean closing;

  private ChildProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  /**
   * Starts a process.
   *
   * @param name what a person calls it
   * @param arguments what follows {@code java}
   * @param environment added to ours, without our settings for Spring and Camunda
   * @param directory its working directory, must exist
   * @param log where its output goes, overwritten
   */
  static ChildProcess start(
      String name,
      List<String> arguments,
      Map<String, String> environment,
      Path directory,
      Path log) {
    ProcessBuilder builder = new ProcessBuilder(JavaChild.java());
    builder.command().addAll(arguments);
    builder.environment().keySet().removeIf(key -> FOREIGN_SETTING.matcher(key).matches());
    builder.environment().putAll(environment);
    builder.directory(directory.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    try {
      return new ChildProcess(name, log, builder.start());
    } catch (IOException e) {
      throw new LocalEngineException(
          "%s could not be started: %s".formatted(name, e.getMessage()), e);
    }
  }

  long pid() {
    return process.pid();
  }

  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /**
   * Whether the process ended without our doing. At Ctrl-C it ends with us, and whoever waits for
   * it then must not complain about that.
   */
  boolean hasFailed() {
    return !closing && !process.isAlive();
  }

  /**
   * One sentence on what went wrong: what we saw, where the log is, and its last line on an error.
   */
  String complaint(String whatHappened) {
    return "%s %s; its log %s ends with: %s".formatted(name, whatHappened, log, lastErrorLine());
  }

  private String lastErrorLine() {
    try {
      // Logs may hold bytes of any encoding; reading them must not fail on that.
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .toList();
      return lines.reversed().stream()
          .filter(line -> ERROR_LINE.matcher(line).find())
          .findFirst()
          .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()))
          .orElse("(nothing)");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills the process and waits until it is gone: its data is of no use to anybody afterwards. */
  @Override
  public void close() {
    closing = true;
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
