package io.flighthubcamunda.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollScheduleTest {

  private static final PollSettings SETTINGS =
      new PollSettings(Duration.ofSeconds(15), Duration.ofMinutes(30), 0);

  private final PollSchedule schedule = new PollSchedule(SETTINGS, () -> 0.5);

  private Duration next(Phase phase, int progress, String elapsed) {
    return schedule.next(phase, progress, Duration.parse(elapsed));
  }

  @ParameterizedTest
  @EnumSource
  void shouldLookSoonAtTheStart(Phase phase) {
    assertThat(schedule.first()).isEqualTo(SETTINGS.shortest());
    assertThat(next(phase, 0, "PT0S")).isEqualTo(SETTINGS.shortest());
    assertThat(next(phase, 0, "PT30S")).isEqualTo(SETTINGS.shortest());
  }

  @ParameterizedTest
  @CsvSource({
    // Half of the estimated rest.
    "50, PT20M, PT10M",
    "80, PT40M, PT5M",
    "99, PT99M, PT30S",
    "99, PT10M, PT15S",
    "1, PT10M, PT30M",
    // Nothing to go by: a quarter of what has passed.
    "0, PT20M, PT5M",
    "100, PT20M, PT5M",
    "-5, PT20M, PT5M",
    "101, PT20M, PT5M",
    "2147483647, PT20M, PT5M",
    "0, PT240H, PT30M",
    "50, PT-5M, PT15S",
    "0, PT-5M, PT15S",
  })
  void shouldFollowProgressWhereThereIsAny(int progress, String elapsed, Duration pause) {
    assertThat(next(Phase.RECONSTRUCTING, progress, elapsed)).isEqualTo(pause);
    assertThat(next(Phase.PACKAGING, progress, elapsed)).isEqualTo(pause);
  }

  @Test
  void shouldNotBelieveProgressInTheQueue() {
    assertThat(next(Phase.QUEUED, 50, "PT20M")).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void shouldLookAgainSoonerOrLaterAsProgressMovesBack() {
    assertThat(next(Phase.RECONSTRUCTING, 60, "PT60M")).isEqualTo(Duration.ofMinutes(20));
    assertThat(next(Phase.RECONSTRUCTING, 50, "PT60M")).isEqualTo(Duration.ofMinutes(30));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25, 0.5, 0.75, 0.999999})
  void shouldVaryAPauseByItsJitter(double random) {
    // given
    var settings = new PollSettings(Duration.ofSeconds(10), Duration.ofSeconds(100), 0.2);
    var jittered = new PollSchedule(settings, () -> random);

    // then
    var factor = 0.8 + 0.4 * random;
    assertThat(jittered.first()).isEqualTo(millis(10_000 * factor));
    assertThat(jittered.next(Phase.QUEUED, 0, Duration.ofDays(1)))
        .isEqualTo(millis(100_000 * factor));
  }

  private static Duration millis(double value) {
    return Duration.ofMillis(Math.round(value));
  }

  @Test
  void shouldNeverWaitForNothing() {
    var settings = new PollSettings(Duration.ofMillis(1), Duration.ofMillis(1), 0.5);
    assertThat(new PollSchedule(settings, () -> 0).first()).isEqualTo(Duration.ofMillis(1));
  }

  /** What a run cost in checks, and how long its end went unnoticed. */
  private record Run(int checks, Duration unnoticed) {}

  private static Run run(PollSettings settings, Duration length) {
    var schedule = new PollSchedule(settings, () -> 0.5);
    var now = schedule.first();
    int checks = 1;
    while (now.compareTo(length) < 0) {
      var percent = (int) (100 * now.toMillis() / length.toMillis());
      now = now.plus(schedule.next(Phase.RECONSTRUCTING, percent, now));
      checks++;
    }
    return new Run(checks, now.minus(length));
  }

  @Test
  void shouldLookSeldomAtARunOfThreeDays() {
    // when
    var run = run(PollSettings.defaults(), Duration.ofHours(72));

    // then
    assertThat(run.checks()).isLessThan(70);
    assertThat(run.unnoticed()).isLessThan(Duration.ofMinutes(25));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT30S", "PT5M", "PT20M", "PT1H", "PT6H", "PT24H", "PT200H"})
  void shouldNoticeTheEndSoonMeasuredByTheLengthOfTheRun(Duration length) {
    // when
    var run = run(PollSettings.defaults(), length);

    // then
    var onePercentOrTheShortestPause =
        Math.max(length.toMillis() / 100, PollSettings.defaults().shortest().toMillis());
    assertThat(run.unnoticed().toMillis()).isLessThanOrEqualTo(onePercentOrTheShortestPause);
    assertThat(run.checks()).isLessThan(150);
  }

  @ParameterizedTest
  @CsvSource({"PT0S, PT1M", "PT-1S, PT1M", "PT1M, PT59S"})
  void shouldRefuseBoundsThatMakeNoSense(Duration shortest, Duration longest) {
    assertThatThrownBy(() -> new PollSettings(shortest, longest, 0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("flighthub.poll")
        .hasMessageContaining(shortest.toString());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 0.51, Double.NaN})
  void shouldRefuseAJitterThatMakesNoSense(double jitter) {
    assertThatThrownBy(() -> new PollSettings(Duration.ofSeconds(1), Duration.ofSeconds(2), jitter))
        .hasMessageContaining("flighthub.poll.jitter must lie between 0 and 0.5, but is " + jitter);
  }
}
