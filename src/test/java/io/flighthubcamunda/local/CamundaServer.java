package io.flighthubcamunda.local;

import io.camunda.client.CamundaClient;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Broker and gateway of the Camunda distribution in one process, alone or with Operate and
 * Tasklist.
 */
final class CamundaServer implements AutoCloseable {

  private final ChildProcess process;
  private final LocalPorts ports;

  private CamundaServer(ChildProcess process, LocalPorts ports) {
    this.process = process;
    this.ports = ports;
  }

  /**
   * With Operate and Tasklist, which need an OpenSearch on its port.
   *
   * @param engineRest where they reach the engine's REST API
   */
  static CamundaServer start(LocalDirectory directory, LocalPorts ports, URI engineRest) {
    Path home = directory.freshRun("camunda");
    return start(
        "io.camunda.application.StandaloneCamunda",
        new CamundaSettings(ports, home.resolve("data")).withOperate(engineRest),
        // Halves the work of a start. Peak speed is not what a demo needs.
        List.of("-XX:TieredStopAtLevel=1"),
        directory,
        home,
        home.getFileName().toString(),
        ports);
  }

  /** The folder of a broker with these ports, empty. */
  static Path brokerHome(LocalDirectory directory, LocalPorts ports) {
    return directory.freshRun("broker-" + ports.number(LocalPort.GRPC));
  }

  /**
   * Broker and gateway alone, as fast as Java makes them. It goes on with the data in its folder.
   *
   * @param home its folder
   * @param log name of its log
   * @param records file that it appends its records to, see {@link RecordFile}; without it no
   *     exporter is at work
   */
  static CamundaServer startBroker(
      LocalDirectory directory, LocalPorts ports, Path home, String log, Optional<Path> records) {
    directory.launcher(RecordFile.class, RecordFile.WhatHappened.class);
    CamundaSettings settings = new CamundaSettings(ports, home.resolve("data"));
    return start(
        "io.camunda.application.StandaloneBroker",
        records.map(settings::brokerThatWrites).orElseGet(settings::brokerAlone),
        List.of(),
        directory,
        home,
        log,
        ports);
  }

  private static CamundaServer start(
      String mainClass,
      Map<String, String> environment,
      List<String> options,
      LocalDirectory directory,
      Path home,
      String log,
      LocalPorts ports) {
    Path distribution = directory.distribution();
    Path launcher = directory.launcher(ChildMain.class);
    String classPath =
        String.join(
            File.pathSeparator,
            launcher.toString(),
            distribution.resolve("config").toString(),
            distribution.resolve("lib") + File.separator + "*");
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(
        List.of(
            "-Xmx1g",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dfile.encoding=UTF-8",
            // Where it keeps its own log files and resolves relative paths.
            "-Dapp.home=" + home,
            "-Dbasedir=" + home,
            "-classpath",
            classPath,
            ChildMain.class.getName(),
            mainClass));
    ChildProcess process =
        ChildProcess.start("Camunda", arguments, environment, home, directory.log(log));
    return new CamundaServer(process, ports);
  }

  /** Waits until the broker takes commands. */
  void awaitBroker(Readiness readiness) {
    HttpRequest ready =
        HttpRequest.newBuilder(
                ports.address(LocalPort.MANAGEMENT).resolve("/actuator/health/readiness"))
            .timeout(Duration.ofSeconds(3))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      readiness.await(
          process, () -> http.send(ready, BodyHandlers.discarding()).statusCode() / 100 == 2);
    }
    Gateway gateway = new Gateway(ports.address(LocalPort.GRPC));
    try (CamundaClient client = gateway.connect()) {
      readiness.await(process, () -> gateway.isReady(client));
    }
  }

  /** Waits until Operate lets the demo user in and answers a search. */
  void awaitOperate(Readiness readiness) {
    try (OperateApi operate = new OperateApi(operateAddress())) {
      readiness.await(process, operate::answers);
    }
  }

  Duration cpu() {
    return process.cpu();
  }

  URI operateAddress() {
    return ports.address(LocalPort.HTTP).resolve("/operate");
  }

  @Override
  public void close() {
    process.close();
  }
}
