package io.flighthubcamunda.worker.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flighthubcamunda.schedule.Edition;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdmissionSettingsTest {

  @Test
  void shouldRefuseATimeOutThatIsOverBeforeTheJobIsThere() {
    assertThatThrownBy(() -> settings(30, 31))
        .hasMessage(
            "flighthub.admission.job-timeout must be longer than flighthub.admission.wait-for-jobs,"
                + " but they are PT30S and PT30S.");
  }

  @Test
  void shouldRefuseATurnThatEndsWhileItsHolderWaits() {
    assertThatThrownBy(() -> settings(31, 30))
        .hasMessage(
            "flighthub.admission.turn-timeout must be longer than"
                + " flighthub.admission.wait-for-jobs, but they are PT30S and PT30S.");
  }

  private static FlightHubProperties.Admission settings(int jobTimeout, int turnTimeout) {
    return new FlightHubProperties.Admission(
        Edition.STANDARD,
        null,
        true,
        Duration.ofSeconds(20),
        Duration.ofSeconds(30),
        Duration.ofSeconds(jobTimeout),
        Duration.ofSeconds(turnTimeout),
        Duration.ofSeconds(30));
  }
}
