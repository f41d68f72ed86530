package io.flighthubcamunda.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PhaseLimitsTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void shouldGiveEachPhaseItsOwnLimit() {
    var limits = new PhaseLimits(HOUR, HOUR.multipliedBy(2), HOUR.multipliedBy(3));

    assertThat(limits.of(Phase.QUEUED)).isEqualTo(HOUR);
    assertThat(limits.of(Phase.RECONSTRUCTING)).isEqualTo(Duration.ofHours(2));
    assertThat(limits.of(Phase.PACKAGING)).isEqualTo(Duration.ofHours(3));
  }

  @Test
  void shouldHaveTheDocumentedDefaults() {
    assertThat(PhaseLimits.defaults())
        .isEqualTo(new PhaseLimits(Duration.ofDays(7), Duration.ofDays(3), Duration.ofHours(12)));
  }

  @Test
  void shouldNameTheVariableOfALimitThatIsNone() {
    assertThatThrownBy(() -> new PhaseLimits(Duration.ZERO, HOUR, HOUR))
        .hasMessage("queueTimeLimit must be above zero, but is PT0S.");
    assertThatThrownBy(() -> new PhaseLimits(HOUR, HOUR.negated(), HOUR))
        .hasMessage("reconstructionTimeLimit must be above zero, but is PT-1H.");
    assertThatThrownBy(() -> new PhaseLimits(HOUR, HOUR, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("packagingTimeLimit");
  }
}
