package io.flighthubcamunda.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A Camunda 8.6 broker on this machine without Operate: what load is measured on, and what drills
 * are held on. A process of its own that never outlives this one; several may run side by side. One
 * that writes its records to a file shows what became of its instances.
 */
public final class RealBroker implements LocalEngine {

  private static final Readiness READINESS = new Readiness(Duration.ofSeconds(120));

  private final LocalDirectory directory;
  private final LocalPorts ports;
  private final Optional<Path> records;
  private final Path home;
  private final Thread closeAtExit;
  private volatile CamundaServer broker;
  private int restarts;

  private RealBroker(Path directory, Optional<Path> records) {
    this.directory = new LocalDirectory(directory);
    this.ports = LocalPorts.free();
    this.records = records;
    this.home = CamundaServer.brokerHome(this.directory, ports);
    this.broker = process();
    this.closeAtExit = new Thread(() -> broker.close(), "stop-local-broker");
    Runtime.getRuntime().addShutdownHook(closeAtExit);
  }

  private CamundaServer process() {
    String log =
        restarts == 0 ? home.getFileName().toString() : home.getFileName() + "-" + restarts;
    return CamundaServer.startBroker(directory, ports, home, log, records);
  }

  /**
   * Starts a broker with empty data on free ports and waits until it takes commands.
   *
   * @param directory holds the unpacked distribution; takes logs and data
   * @param status is told in a few words what is being waited for
   * @throws LocalEngineException if the process does not come up
   */
  public static RealBroker start(Path directory, Consumer<String> status) {
    return start(directory, Optional.empty(), status);
  }

  /**
   * The same, for a broker that appends its records to a file.
   *
   * @param records see {@link RecordFile}; its folder exists
   */
  public static RealBroker startThatWrites(Path directory, Path records, Consumer<String> status) {
    return start(directory, Optional.of(records), status);
  }

  private static RealBroker start(Path directory, Optional<Path> records, Consumer<String> status) {
    status.accept("Starting a Camunda broker");
    RealBroker started = new RealBroker(directory, records);
    try {
      started.broker.awaitBroker(READINESS);
      return started;
    } catch (RuntimeException e) {
      started.close();
      throw e;
    }
  }

  /** Its data and what it wrote besides; the next broker on the same ports empties it. */
  public Path home() {
    return home;
  }

  /** SIGKILL: what is in memory is lost. The data stay for {@link #restart()}. */
  public void kill() {
    broker.close();
  }

  /** Starts it again on the data that the killed one left, and waits until it takes commands. */
  public void restart() {
    restarts++;
    broker = process();
    broker.awaitBroker(READINESS);
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
