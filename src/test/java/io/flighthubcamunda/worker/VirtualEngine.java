package io.flighthubcamunda.worker;

import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.flighthubcamunda.local.PeopleAtEngine;
import io.flighthubcamunda.local.TestEngines;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.awaitility.core.ConditionTimeoutException;

/** An in-memory engine whose time passes as fast as its workers allow. */
final class VirtualEngine implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final Duration LOOK = Duration.ofMillis(10);

  private final ZeebeTestEngine engine;
  private final CamundaClient client;
  private final PeopleAtEngine people;
  private final EngineHistory history;
  private final MovableClock clock = new MovableClock();
  private int movementsSeen;

  private VirtualEngine(ZeebeTestEngine engine) {
    this.engine = engine;
    this.client =
        CamundaClient.newClientBuilder()
            .grpcAddress(grpcAddress())
            .preferRestOverGrpc(false)
            .build();
    this.people = new PeopleAtEngine(engine);
    this.history = new EngineHistory(engine.getRecordStreamSource());
  }

  static VirtualEngine start() {
    ZeebeTestEngine engine = TestEngines.create();
    engine.start();
    return new VirtualEngine(engine);
  }

  URI grpcAddress() {
    int port = URI.create("http://" + engine.getGatewayAddress()).getPort();
    return URI.create("http://127.0.0.1:" + port);
  }

  CamundaClient client() {
    return client;
  }

  EngineHistory history() {
    return history;
  }

  PeopleAtEngine people() {
    return people;
  }

  /** The engine's time, for whoever shares it. */
  MovableClock clock() {
    return clock;
  }

  /** Starts the main process under a resource UUID of its own, unless the variables name one. */
  ReconstructionInstance reconstruct(Map<String, Object> variables) {
    var all = new HashMap<>(variables);
    all.putIfAbsent("resourceUuid", UUID.randomUUID().toString());
    return new ReconstructionInstance(
        this, start("reconstruct-images", all), String.valueOf(all.get("resourceUuid")));
  }

  /** Returns the key of the instance. */
  long start(String processId, Map<String, Object> variables) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId(processId)
        .latestVersion()
        .variables(variables)
        .send()
        .join()
        .getProcessInstanceKey();
  }

  /** Moves all clocks at once, whatever goes on. */
  void advance(Duration duration) {
    clock.advance(duration);
    engine.increaseTime(duration);
  }

  /**
   * Lets virtual time pass, from one check or retry to the next, until something is so. While a
   * worker works, no time passes.
   */
  void passTimeUntil(String what, BooleanSupplier reached) {
    awaitWithoutTimePassing(
        what,
        () -> {
          if (reached.getAsBoolean()) {
            return true;
          }
          step();
          return false;
        });
  }

  /** Waits until something is so, in real time alone. */
  void awaitWithoutTimePassing(String what, BooleanSupplier reached) {
    try {
      await(what)
          .atMost(PATIENCE)
          .pollInterval(LOOK)
          .pollInSameThread()
          .until(reached::getAsBoolean);
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(
          "%s did not come within %s. At %s %s"
              .formatted(what, PATIENCE, clock.instant(), history.waiting()),
          e);
    }
  }

  private void step() {
    int movements = history.update();
    boolean quiet = movements == movementsSeen && !history.busy();
    movementsSeen = movements;
    if (quiet) {
      history
          .nextDue()
          .map(due -> Duration.between(clock.instant(), due).plusMillis(5))
          .filter(Duration::isPositive)
          .ifPresent(this::advance);
    }
  }

  @Override
  public void close() {
    client.close();
    engine.stop();
  }
}
