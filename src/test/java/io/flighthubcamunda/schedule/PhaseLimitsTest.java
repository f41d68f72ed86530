package io.flighthubcamunda.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
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

  @Test
  void shouldRefuseALimitThatEndsBeforeTheFirstCheck() {
    var limits = new PhaseLimits(HOUR, Duration.ofSeconds(5), HOUR);

    assertThatCode(() -> limits.requireLongerThan(Duration.ofSeconds(5)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> limits.requireLongerThan(Duration.ofSeconds(15)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "reconstructionTimeLimit is PT5S, but a model is looked at after PT15S at the earliest"
                + " (flighthub.poll.shortest).");
  }

  @Test
  void shouldLimitTheWholeOfAModelWhosePhaseChangesToAndFro() {
    // given
    var limits = new PhaseLimits(HOUR, HOUR, HOUR);
    var start = Instant.EPOCH;
    var course = Course.started(start);

    // when
    for (int minute = 30; minute <= 240; minute += 30) {
      var phase = minute % 60 == 0 ? Phase.QUEUED : Phase.RECONSTRUCTING;
      course = course.seen(phase, 1, start.plus(Duration.ofMinutes(minute)));
    }

    // then
    assertThat(limits.left(course, start.plus(Duration.ofMinutes(170))))
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(limits.left(course, start.plus(Duration.ofMinutes(240)))).isNegative();
  }
}
