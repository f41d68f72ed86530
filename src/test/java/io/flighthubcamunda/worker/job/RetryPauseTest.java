package io.flighthubcamunda.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.docs.WhatHappensWhen;
import io.flighthubcamunda.worker.config.FlightHubProperties;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The pauses between the tries of a job, as nobody set them otherwise. */
class RetryPauseTest {

  private static final int FIRST = 8;

  /** After the very last one somebody is asked. */
  private static final int LAST_BUT_ONE = 2;

  private final RetryPause pause =
      new RetryPause(
          new Binder(new MapConfigurationPropertySource(Map.of()))
              .bindOrCreate("flighthub", FlightHubProperties.class));

  @ParameterizedTest
  @CsvSource({FIRST + ", 4, 6", LAST_BUT_ONE + ", 2900, 4400"})
  @WhatHappensWhen("FlightHub or the store is away, slow or busy")
  void shouldGrowFromFiveSecondsToAnHour(int retriesLeft, int least, int most) {
    assertThat(pause.after(retriesLeft, Optional.empty()))
        .isBetween(Duration.ofSeconds(least), Duration.ofSeconds(most));
  }

  @Test
  void shouldBeAsLongAsFlightHubAsksFor() {
    // given
    var wanted = Duration.ofMinutes(9);

    // then
    assertThat(pause.after(FIRST, Optional.of(wanted))).isEqualTo(wanted);
  }
}
