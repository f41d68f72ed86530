package io.flighthubcamunda.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A Camunda 8.6 broker on this machine without Operate and without exporters: what load is measured
 * on. A process of its own that never outlives this one; several may run side by side.
 */
public final class RealBroker implements LocalEngine {

  private static final Readiness READINESS = new Readiness(Duration.ofSeconds(120));

  private final LocalPorts ports;
  private final CamundaServer broker;
  private final Thread closeAtExit;

  private RealBroker(LocalPorts ports, CamundaServer broker) {
    this.ports = ports;
    this.broker = broker;
    this.closeAtExit = new Thread(broker::close, "stop-local-broker");
    Runtime.getRuntime().addShutdownHook(closeAtExit);
  }

  /**
   * Starts a broker with empty data on free ports and waits until it takes commands.
   *
   * @param directory holds the unpacked distribution; takes logs and data
   * @param status is told in a few words what is being waited for
   * @throws LocalEngineException if the process does not come up
   */
  public static RealBroker start(Path directory, Consumer<String> status) {
    status.accept("Starting a Camunda broker");
    LocalPorts ports = LocalPorts.free();
    RealBroker started =
        new RealBroker(ports, CamundaServer.startBroker(new LocalDirectory(directory), ports));
    try {
      started.broker.awaitBroker(READINESS);
      return started;
    } catch (RuntimeException e) {
      started.close();
      throw e;
    }
  }

  @Override
  public URI grpcAddress() {
    return ports.address(LocalPort.GRPC);
  }

  @Override
  public Optional<URI> operateAddress() {
    return Optional.empty();
  }

  @Override
  public Duration cpu() {
    return broker.cpu();
  }

  @Override
  public void close() {
    broker.close();
    try {
      Runtime.getRuntime().removeShutdownHook(closeAtExit);
    } catch (IllegalStateException e) {
      // The JVM is on its way out, and the hook with it.
    }
  }
}
