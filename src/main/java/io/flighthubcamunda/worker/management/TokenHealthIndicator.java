package io.flighthubcamunda.worker.management;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** {@code token}: whether FlightHub accepts the organization key; unknown while it is away. */
@Component
class TokenHealthIndicator implements HealthIndicator {

  private final FlightHubLook look;

  TokenHealthIndicator(FlightHubLook look) {
    this.look = look;
  }

  @Override
  public Health health() {
    return look.seen()
        .map(
            seen ->
                switch (seen.outcome()) {
                  case OK, REFUSED -> Health.up().build();
                  // Accepted, but of no use for this project.
                  case NOT_PERMITTED -> Health.up().withDetail("problem", seen.problem()).build();
                  case TOKEN_REFUSED -> Health.down().withDetail("problem", seen.problem()).build();
                  case UNAVAILABLE, ANSWER_LOST, NOT_UNDERSTOOD -> Health.unknown().build();
                })
        .orElseGet(() -> Health.unknown().build());
  }
}
