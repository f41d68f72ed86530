package io.flighthubcamunda.worker.management;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** {@code flightHub}: whether FlightHub is reached and speaks its API. */
@Component
class FlightHubHealthIndicator implements HealthIndicator {

  private final FlightHubLook look;

  FlightHubHealthIndicator(FlightHubLook look) {
    this.look = look;
  }

  @Override
  public Health health() {
    return look.seen()
        .map(
            seen ->
                switch (seen.outcome()) {
                  case OK, REFUSED, TOKEN_REFUSED, NOT_PERMITTED -> Health.up().build();
                  case UNAVAILABLE, ANSWER_LOST, NOT_UNDERSTOOD ->
                      Health.down().withDetail("problem", seen.problem()).build();
                })
        .orElseGet(
            () -> Health.down().withDetail("problem", "FlightHub has not answered yet.").build());
  }
}
