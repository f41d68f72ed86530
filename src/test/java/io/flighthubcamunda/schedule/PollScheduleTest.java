package io.flighthubcamunda.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollScheduleTest {

  private static final PollSettings SETTINGS =
      new PollSettings(Duration.ofSeconds(15), Duration.ofDays(1), 0);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final PollSchedule schedule = new PollSchedule(SETTINGS, () -> 0.5);

  /** The pause after looks at the given minutes, each with its percent. */
  private Duration after(Phase phase, int... minutesAndPercents) {
    var course = Course.started(START);
    var now = START;
    for (int i = 0; i < minutesAndPercents.length; i += 2) {
      now = START.plus(Duration.ofMinutes(minutesAndPercents[i]));
      course = course.seen(phase, minutesAndPercents[i + 1], now);
    }
    return schedule.next(course, now);
  }

  @ParameterizedTest
  @EnumSource
  void shouldLookSoonAtTheStart(Phase phase) {
    assertThat(schedule.first()).isEqualTo(SETTINGS.shortest());
    assertThat(after(phase, 0, 0)).isBetween(SETTINGS.shortest(), Duration.ofSeconds(30));
  }

  @Test
  void shouldBackOffInTheQueueAsFarAsAShortRunAllows() {
    assertThat(after(Phase.QUEUED, 4, 0)).isEqualTo(Duration.ofMinutes(5));
    assertThat(after(Phase.QUEUED, 600, 0)).isEqualTo(PollSchedule.QUEUE_PAUSE);
  }

  @Test
  void shouldNotBelieveProgressInTheQueue() {
    assertThat(after(Phase.QUEUED, 10, 10, 20, 50)).isEqualTo(after(Phase.QUEUED, 10, 0, 20, 0));
  }

  @Test
  void shouldMeasureTheSpeedByTheLastMovesAndNotFromTheStart() {
    // given
    var steady = after(Phase.RECONSTRUCTING, 20, 10, 40, 20, 60, 30, 80, 40, 100, 50);
    var slowStart = after(Phase.RECONSTRUCTING, 70, 1, 80, 10, 85, 20, 90, 30, 95, 40, 100, 90);

    // then
    assertThat(steady).isBetween(Duration.ofMinutes(12), Duration.ofMinutes(25));
    assertThat(slowStart).isLessThan(Duration.ofMinutes(4));
  }

  @Test
  void shouldComeJustAfterAnEndThatIsNear() {
    // 97 % at 97 minutes: three minutes are left.
    assertThat(after(Phase.RECONSTRUCTING, 67, 67, 82, 82, 97, 97))
        .isBetween(Duration.ofMinutes(3), Duration.ofMinutes(6));
  }

  @Test
  void shouldBackOffWhileProgressStandsStill() {
    // given
    var moving = after(Phase.RECONSTRUCTING, 20, 30, 40, 60);
    var stalled = after(Phase.RECONSTRUCTING, 20, 30, 40, 60, 200, 60);

    // then
    assertThat(stalled).isGreaterThan(moving.multipliedBy(2));
  }

  @Test
  void shouldStayWatchfulWhileProgressSticksAt99() {
    assertThat(after(Phase.RECONSTRUCTING, 50, 50, 100, 99, 110, 99))
        .isBetween(Duration.ofMinutes(3), Duration.ofMinutes(7));
  }

  @ParameterizedTest
  @ValueSource(ints = {-5, 0, 100, 101, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void shouldNeitherHurryNorSleepWithAProgressThatMakesNoSense(int percent) {
    for (var phase : Phase.values()) {
      assertThat(after(phase, 20, 10, 60, percent, 61, percent))
          .isBetween(Duration.ofSeconds(25), PollSchedule.QUEUE_PAUSE);
    }
  }

  @Test
  void shouldMeasureAnewWhenProgressGoesBack() {
    // given
    var course =
        Course.started(START)
            .seen(Phase.RECONSTRUCTING, 50, START.plusSeconds(600))
            .seen(Phase.RECONSTRUCTING, 90, START.plusSeconds(1200));

    // when
    var back = course.seen(Phase.RECONSTRUCTING, 20, START.plusSeconds(1260));

    // then
    assertThat(back.moves()).containsExactly(new ProgressMove(START.plusSeconds(1260), 20));
    assertThat(schedule.next(back, START.plusSeconds(1260)))
        .isBetween(Duration.ofSeconds(25), Duration.ofMinutes(1));
  }

  @Test
  void shouldKeepOnlyAFewMoves() {
    // when
    var course = Course.started(START);
    for (int i = 0; i < 20; i++) {
      course = course.seen(Phase.RECONSTRUCTING, i, START.plusSeconds(i));
    }

    // then
    assertThat(course.moves()).extracting(ProgressMove::percent).containsExactly(16, 17, 18, 19);
    assertThat(course.checks()).isEqualTo(20);
  }

  @Test
  void shouldLookAgainSoonWhenTheClockWentBack() {
    var course = Course.started(START).seen(Phase.RECONSTRUCTING, 50, START.plusSeconds(60));

    assertThat(schedule.next(course, START.minusSeconds(3600)))
        .isBetween(SETTINGS.shortest(), Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @ValueSource(ints = {39, 40, 1000, Integer.MAX_VALUE})
  void shouldWaitForTheThirdDayWhenAllChecksButTheLastAreSpent(int checks) {
    // given
    var moves =
        List.of(new ProgressMove(START, 0), new ProgressMove(START.plus(Duration.ofHours(60)), 60));
    var course = new Course(START, Phase.RECONSTRUCTING, START, moves, checks);

    // then
    assertThat(schedule.next(course, START.plus(Duration.ofHours(60))))
        .isEqualTo(Duration.ofHours(12));
    assertThat(schedule.next(course, START.plus(Duration.ofHours(80))))
        .isBetween(Duration.ofHours(4), Duration.ofHours(24));
  }

  @Test
  void shouldNotWaitLongerThanTheLongestPause() {
    var impatient =
        new PollSchedule(
            new PollSettings(Duration.ofSeconds(1), Duration.ofSeconds(5), 0), () -> 0.5);
    var course = Course.started(START).seen(Phase.QUEUED, 0, START.plus(Duration.ofDays(1)));

    assertThat(impatient.next(course, START.plus(Duration.ofDays(1))))
        .isEqualTo(Duration.ofSeconds(5));
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
    assertThat(jittered.next(Course.started(START), START.plus(Duration.ofDays(1))))
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

  private static Run run(Duration length) {
    var schedule = new PollSchedule(PollSettings.defaults(), () -> 0.5);
    var end = START.plus(length);
    var course = Course.started(START);
    var now = START.plus(schedule.first());
    while (now.isBefore(end)) {
      var percent = (int) (100 * Duration.between(START, now).toMillis() / length.toMillis());
      course = course.seen(Phase.RECONSTRUCTING, percent, now);
      now = now.plus(schedule.next(course, now));
    }
    return new Run(course.checks() + 1, Duration.between(end, now));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT30S", "PT5M", "PT20M", "PT1H", "PT6H", "PT24H", "PT72H", "PT200H"})
  void shouldNoticeTheEndSoonMeasuredByTheLengthOfTheRunAndLookSeldom(Duration length) {
    // when
    var run = run(length);

    // then
    assertThat(run.unnoticed().toMillis())
        .isLessThanOrEqualTo(Math.max(30_000, length.toMillis() * 3 / 100));
    assertThat(run.checks()).isLessThanOrEqualTo(CheckBudget.CHECKS);
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
