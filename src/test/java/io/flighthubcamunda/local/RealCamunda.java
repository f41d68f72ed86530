package io.flighthubcamunda.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A Camunda 8.6 on this machine, with Operate and Tasklist (user demo, password demo) and the
 * OpenSearch that they need. Both are processes of their own and never outlive this one.
 */
public final class RealCamunda implements LocalEngine {

  private static final Readiness READINESS = new Readiness(Duration.ofSeconds(300));

  private final LocalPorts ports;
  private final EngineRest engineRest;
  private final OpenSearchServer openSearch;
  private final CamundaServer camunda;
  private final Thread closeAtExit = new Thread(this::kill, "stop-local-camunda");

  private RealCamunda(
      LocalPorts ports, EngineRest engineRest, OpenSearchServer openSearch, CamundaServer camunda) {
    this.ports = ports;
    this.engineRest = engineRest;
    this.openSearch = openSearch;
    this.camunda = camunda;
    Runtime.getRuntime().addShutdownHook(closeAtExit);
  }

  /**
   * Starts both processes with empty data and waits until broker and Operate answer.
   *
   * @param directory holds the unpacked distribution; takes logs and data
   * @param ports where to listen, on the loopback address
   * @param status is told in a few words what is being waited for
   * @throws LocalEngineException if a port is in use or a process does not come up
   */
  public static RealCamunda start(Path directory, LocalPorts ports, Consumer<String> status) {
    ports.requireFree();
    LocalDirectory local = new LocalDirectory(directory);
    status.accept("Starting OpenSearch and Camunda");
    OpenSearchServer openSearch = OpenSearchServer.start(local, ports);
    EngineRest engineRest = EngineRest.open(ports.address(LocalPort.HTTP));
    RealCamunda started;
    try {
      // Camunda tries again until OpenSearch answers, so they may start side by side.
      started =
          new RealCamunda(
              ports,
              engineRest,
              openSearch,
              CamundaServer.start(local, ports, engineRest.address()));
    } catch (RuntimeException e) {
      engineRest.close();
      openSearch.close();
      throw e;
    }
    try {
      started.awaitReadiness(status);
      return started;
    } catch (RuntimeException e) {
      started.close();
      throw e;
    }
  }

  private void awaitReadiness(Consumer<String> status) {
    status.accept("Waiting for OpenSearch");
    openSearch.await(READINESS);
    status.accept("Waiting for the broker");
    camunda.awaitBroker(READINESS);
    status.accept("Waiting for Operate");
    camunda.awaitOperate(READINESS);
  }

  @Override
  public URI grpcAddress() {
    return ports.address(LocalPort.GRPC);
  }

  @Override
  public Optional<URI> operateAddress() {
    return Optional.of(camunda.operateAddress());
  }

  @Override
  public Duration cpu() {
    return camunda.cpu().plus(openSearch.cpu());
  }

  @Override
  public void close() {
    kill();
    try {
      Runtime.getRuntime().removeShutdownHook(closeAtExit);
    } catch (IllegalStateException e) {
      // The JVM is on its way out, and the hook with it.
    }
  }

  private void kill() {
    camunda.close();
    engineRest.close();
    openSearch.close();
  }
}
