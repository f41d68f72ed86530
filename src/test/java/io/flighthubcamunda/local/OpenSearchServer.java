package io.flighthubcamunda.local;

import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The search store that Operate and Tasklist read from, a process of its own. */
final class OpenSearchServer implements AutoCloseable {

  private static final String SOURCE = "io/flighthubcamunda/local/OpenSearchNode.java";

  private final ChildProcess process;
  private final URI address;

  private OpenSearchServer(ChildProcess process, URI address) {
    this.process = process;
    this.address = address;
  }

  static OpenSearchServer start(LocalDirectory directory, LocalPorts ports) {
    Path home = directory.freshRun("opensearch");
    Path launcher = directory.launcher(ChildMain.class);
    List<String> arguments =
        List.of(
            "-Xmx512m",
            // Halves the work of a start. Peak speed is not what a demo needs.
            "-XX:TieredStopAtLevel=1",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dlog4j2.level=INFO",
            "-classpath",
            launcher + File.pathSeparator + directory.openSearchClassPath(),
            directory.copyFromClassPath(SOURCE).toString(),
            home.toString(),
            String.valueOf(ports.number(LocalPort.SEARCH)),
            String.valueOf(ports.number(LocalPort.SEARCH_TRANSPORT)));
    ChildProcess process =
        ChildProcess.start("OpenSearch", arguments, Map.of(), home, directory.log("opensearch"));
    return new OpenSearchServer(process, ports.address(LocalPort.SEARCH));
  }

  /** Waits until indices can be created. */
  void await(Readiness readiness) {
    HttpRequest health =
        HttpRequest.newBuilder(
                address.resolve("/_cluster/health?wait_for_status=yellow&timeout=1s"))
            .timeout(Duration.ofSeconds(3))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      readiness.await(
          process, () -> http.send(health, BodyHandlers.discarding()).statusCode() == 200);
    }
  }

  Duration cpu() {
    return process.cpu();
  }

  @Override
  public void close() {
    process.close();
  }
}
