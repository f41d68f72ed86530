package io.flighthubcamunda.bench.sink;

import io.flighthubcamunda.bench.BenchException;
import io.flighthubcamunda.local.JavaChild;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The store, running in a process of its own until it is closed. */
public final class SinkProcess implements AutoCloseable {

  private final Process process;
  private final Sink.Ports ports;

  private SinkProcess(Process process, Sink.Ports ports) {
    this.process = process;
    this.ports = ports;
  }

  /**
   * @param contents files of {@link KnownContents}
   * @param log for what goes wrong there
   */
  public static SinkProcess start(Certificate certificate, List<Path> contents, Path log) {
    var arguments = new ArrayList<String>();
    arguments.add(certificate.keyStore().toString());
    contents.forEach(file -> arguments.add(file.toString()));
    var builder =
        new ProcessBuilder(
            JavaChild.command(
                Sink.class,
                List.of("-Xmx512m", "-XX:+UseSerialGC", JavaChild.FAST_TLS_SOCKETS),
                arguments));
    builder.redirectError(log.toFile());
    try {
      var process = builder.start();
      var ports = ports(process);
      if (ports == null) {
        throw new BenchException(
            "The store that takes the uploads did not start; its log is %s.".formatted(log));
      }
      return new SinkProcess(process, ports);
    } catch (IOException e) {
      throw new BenchException("The store could not be started: " + e.getMessage(), e);
    }
  }

  private static Sink.Ports ports(Process process) throws IOException {
    var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    var line = out.readLine();
    if (line == null || !line.matches("\\d+ \\d+ \\d+ \\d+")) {
      process.destroyForcibly();
      return null;
    }
    var numbers = Arrays.stream(line.split(" ")).mapToInt(Integer::parseInt).toArray();
    return new Sink.Ports(numbers[0], numbers[1], numbers[2], numbers[3]);
  }

  public Sink.Ports ports() {
    return ports;
  }

  /** What arrived whole since the last call. */
  public Tally.Arrived arrived() {
    try {
      return Tally.ask(ports.tally());
    } catch (IOException e) {
      throw new BenchException("The store that takes the uploads ended: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
