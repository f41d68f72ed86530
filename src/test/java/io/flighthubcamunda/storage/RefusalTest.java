package io.flighthubcamunda.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "' 0 ', 0",
    "'Sun, 22 Nov 2026 10:01:30 GMT', 90",
    "'Sun, 22 Nov 2026 09:00:00 GMT', 0",
  })
  void shouldUnderstandHowLongToWait(String header, long seconds) {
    assertThat(Refusal.of(503, "SlowDown", header, NOW).retryAfter())
        .contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "soon", "-1", "99999999999", "2026-11-22"})
  void shouldNotGuessHowLongToWait(String header) {
    assertThat(Refusal.of(503, "SlowDown", header, NOW).retryAfter()).isEmpty();
  }
}
