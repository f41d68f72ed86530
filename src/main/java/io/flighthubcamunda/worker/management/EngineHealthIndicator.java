package io.flighthubcamunda.worker.management;

import io.camunda.client.CamundaClient;
import io.grpc.Status;
import java.time.Duration;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** {@code engine}: whether Camunda answers and has brokers. */
@Component
class EngineHealthIndicator implements HealthIndicator {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

  private final CamundaClient engine;

  EngineHealthIndicator(CamundaClient engine) {
    this.engine = engine;
  }

  @Override
  public Health health() {
    try {
      var topology = engine.newTopologyRequest().requestTimeout(LONGEST_WAIT).send().join();
      var health = topology.getBrokers().isEmpty() ? Health.down() : Health.up();
      return health
          .withDetail("version", topology.getGatewayVersion())
          .withDetail("brokers", topology.getBrokers().size())
          .build();
    } catch (RuntimeException e) {
      return Health.down()
          .withDetail("problem", "Camunda does not answer: " + Status.fromThrowable(e).getCode())
          .build();
    }
  }
}
