package io.flighthubcamunda.local;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/** Zeebe's engine for tests, inside this process: ready within seconds, without Operate. */
public final class InMemoryEngine implements LocalEngine {

  private final ZeebeTestEngine engine;
  private final URI address;

  private InMemoryEngine(ZeebeTestEngine engine, URI address) {
    this.engine = engine;
    this.address = address;
  }

  /** Starts an engine on a free port and waits until it takes commands. */
  public static InMemoryEngine start(Consumer<String> status) {
    status.accept("Starting the in-memory engine");
    ZeebeTestEngine engine = TestEngines.create();
    engine.start();
    int port = URI.create("http://" + engine.getGatewayAddress()).getPort();
    InMemoryEngine started = new InMemoryEngine(engine, URI.create("http://127.0.0.1:" + port));
    try {
      started.awaitReadiness();
      return started;
    } catch (RuntimeException e) {
      started.close();
      throw new LocalEngineException("The in-memory engine does not answer: " + e.getMessage(), e);
    }
  }

  private void awaitReadiness() {
    Gateway gateway = new Gateway(address);
    try (CamundaClient client = gateway.connect()) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .pollInSameThread()
          .ignoreExceptions()
          .until(() -> gateway.isReady(client));
    }
  }

  @Override
  public URI grpcAddress() {
    return address;
  }

  @Override
  public Optional<URI> operateAddress() {
    return Optional.empty();
  }

  @Override
  public Duration cpu() {
    return Duration.ZERO;
  }

  @Override
  public void close() {
    engine.stop();
  }
}
