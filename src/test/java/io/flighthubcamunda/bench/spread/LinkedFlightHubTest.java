package io.flighthubcamunda.bench.spread;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.api.FlightHub;
import io.flighthubcamunda.api.TestConnection;
import io.flighthubcamunda.bench.link.LinkShape;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LinkedFlightHubTest {

  @Test
  void shouldNameTheNearEndOfTheLinkAsTheStore() {
    // given
    try (var simulator = Simulator.start(SimulatorSettings.defaults());
        var linked =
            LinkedFlightHub.open(
                simulator, new LinkShape(Duration.ofMillis(2), 100_000_000, 0, 1))) {
      var access = simulator.settings().access();

      // when
      var credential =
          FlightHub.connect(
                  TestConnection.to(
                      linked.baseUrl(),
                      access.token(),
                      access.projectUuid(),
                      Duration.ofSeconds(20)))
              .openModel()
              .obtainToken();

      // then
      assertThat(credential.endpoint()).isNotEqualTo(simulator.storeUrl());
      assertThat(credential.endpoint().getHost()).isEqualTo(simulator.storeUrl().getHost());
      assertThat(credential.cloudBucketName()).isNotBlank();
    }
  }
}
