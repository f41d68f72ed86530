package io.flighthubcamunda.worker;

import static org.awaitility.Awaitility.await;

import io.flighthubcamunda.cli.FlightHubCamunda;
import io.flighthubcamunda.simulator.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code flighthub-camunda worker} in a process of its own, as in production. */
final class WorkerProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private final Process process;
  private final Path output;

  private WorkerProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts it and waits until it works. */
  static WorkerProcess start(URI engine, Simulator simulator, Path images, Path results) {
    var worker = startWithoutWaiting(engine, simulator, images, results);
    worker.awaitReady();
    return worker;
  }

  /**
   * Starts it; see {@link #awaitReady}.
   *
   * @param more properties besides the usual ones
   */
  static WorkerProcess startWithoutWaiting(
      URI engine, Simulator simulator, Path images, Path results, String... more) {
    var access = simulator.settings().access();
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It lives for seconds: a compiler that thinks long would not pay.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                // For logback-test.xml, which is on its class path as well.
                "-Dconsole.level=INFO",
                "-cp",
                System.getProperty("java.class.path"),
                FlightHubCamunda.class.getName(),
                "worker",
                "--camunda.client.grpc-address=" + engine,
                "--flighthub.base-url=" + simulator.baseUrl(),
                "--flighthub.project-uuid=" + access.projectUuid(),
                "--flighthub.storage.allow-http=true",
                "--flighthub.image-roots=" + images,
                "--flighthub.result-root=" + results,
                "--flighthub.upload.min-parallel-files=1",
                "--flighthub.upload.max-parallel-files=1",
                "--flighthub.rate-limit.calls-per-second=200",
                "--flighthub.rate-limit.burst=200",
                "--flighthub.admission.full-pause=200ms",
                "--flighthub.admission.wait-for-jobs=1s",
                "--flighthub.admission.list-grace=2s",
                "--flighthub.retry.first-pause=100ms",
                "--logging.level.io.flighthubcamunda=info"));
    command.addAll(List.of(more));
    try {
      var output = Files.createTempFile("flighthub-camunda-worker", ".log");
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(output.toFile());
      // Surefire's class path ends with an empty entry: the folder that a process starts in.
      builder.directory(results.toFile());
      builder.environment().put("FLIGHTHUB_TOKEN", access.token());
      return new WorkerProcess(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it works; one that doesn't is ended. */
  void awaitReady() {
    try {
      await("a worker that is ready")
          .atMost(PATIENCE)
          .until(() -> !process.isAlive() || output().contains("The workers are ready"));
      if (!process.isAlive()) {
        throw new IllegalStateException("The worker ended at once: " + output());
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL: no shutdown hook, no last word to anybody. */
  void kill() {
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
    try {
      Files.deleteIfExists(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
