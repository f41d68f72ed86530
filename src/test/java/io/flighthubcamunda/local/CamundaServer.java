package io.flighthubcamunda.local;

import io.camunda.client.CamundaClient;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Broker, gateway, Operate and Tasklist of the Camunda distribution, together in one process. */
final class CamundaServer implements AutoCloseable {

  private static final String MAIN_CLASS = "io.camunda.application.StandaloneCamunda";

  private final ChildProcess process;
  private final LocalPorts ports;

  private CamundaServer(ChildProcess process, LocalPorts ports) {
    this.process = process;
    this.ports = ports;
  }

  static CamundaServer start(LocalDirectory directory, LocalPorts ports) {
    Path home = directory.freshRun("camunda");
    Path distribution = directory.distribution();
    Path launcher = directory.launcher(ChildMain.class);
    String classPath =
        String.join(
            File.pathSeparator,
            launcher.toString(),
            distribution.resolve("config").toString(),
            distribution.resolve("lib") + File.separator + "*");
    List<String> arguments =
        List.of(
            "-Xmx1g",
            // Halves the work of a start. Peak speed is not what a demo needs.
            "-XX:TieredStopAtLevel=1",
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
            MAIN_CLASS);
    ChildProcess process =
        ChildProcess.start(
            "Camunda",
            arguments,
            new CamundaSettings(ports, home.resolve("data")).environment(),
            home,
            directory.log("camunda"));
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

  URI operateAddress() {
    return ports.address(LocalPort.HTTP).resolve("/operate");
  }

  @Override
  public void close() {
    process.close();
  }
}
