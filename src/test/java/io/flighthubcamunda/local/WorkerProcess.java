package io.flighthubcamunda.local;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** {@code flighthub-camunda worker} in a process of its own, as in production. */
public final class WorkerProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final Pattern MANAGEMENT =
      Pattern.compile("Health and metrics at http://127\\.0\\.0\\.1:(\\d+)/");

  private final Process process;
  private final Path log;

  private WorkerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a program that prints, as ours does, that the workers are ready.
   *
   * @param token organization key, which the program finds in its environment
   * @param directory its working directory
   * @param log takes what it prints, overwritten
   */
  public static WorkerProcess start(List<String> command, String token, Path directory, Path log) {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    // Surefire's class path ends with an empty entry: the folder that a process starts in.
    builder.directory(directory.toFile());
    builder.environment().put("FLIGHTHUB_TOKEN", token);
    try {
      return new WorkerProcess(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until it works; one that doesn't is ended.
   *
   * @throws LocalEngineException when it ends at once
   */
  public WorkerProcess awaitReady() {
    try {
      await("a worker that is ready")
          .atMost(PATIENCE)
          .until(() -> !process.isAlive() || output().contains("The workers are ready"));
      if (!process.isAlive()) {
        throw new LocalEngineException("The worker ended at once; it printed: " + output());
      }
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** CPU time that it took so far. */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Memory that it has now, as Linux counts it; 0 when it ended. */
  public int residentMegabytes() {
    try (var lines = Files.lines(Path.of("/proc/%d/status".formatted(process.pid())))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it printed so far. */
  public String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it serves to an operator's tools, once it does so on a port of its own. */
  public Optional<ManagementClient> management() {
    var line = MANAGEMENT.matcher(output());
    return line.find()
        ? Optional.of(
            new ManagementClient(
                new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), Integer.parseInt(line.group(1)))))
        : Optional.empty();
  }

  /** SIGKILL: no shutdown hook, no last word to anybody. */
  public void kill() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("The worker survived SIGKILL.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a worker was killed", e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
