package io.flighthubcamunda.worker.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JobLeaseTest {

  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private Instant now = Instant.parse("2026-11-20T08:00:00Z");

  @Test
  void shouldEndWithTheTimeOut() {
    // given
    var lease = JobLease.beginning(TIMEOUT, () -> now);

    // then
    assertThat(lease.holds()).isTrue();
    pass(119);
    assertThat(lease.holds()).isTrue();
    pass(1);
    assertThat(lease.holds()).isFalse();
  }

  @Test
  void shouldNotLastLongerWhenTheClockIsSetBack() {
    // given
    var lease = JobLease.beginning(Duration.ZERO, () -> now);

    // when
    pass(-60);

    // then
    assertThat(lease.holds()).isFalse();
  }

  @Test
  void shouldNotAskForMoreTimeBeforeHalfOfItIsUsed() throws InterruptedException {
    // given
    var lease = JobLease.beginning(TIMEOUT, () -> now);
    pass(59);

    // when
    lease.extend(
        timeout -> {
          throw new AssertionError("asked");
        });

    // then
    pass(61);
    assertThat(lease.holds()).isFalse();
  }

  @Test
  void shouldBeginAnewWhenTheEngineSaysSoInTime() throws InterruptedException {
    // given
    var lease = JobLease.beginning(TIMEOUT, () -> now);
    pass(70);

    // when
    lease.extend(timeout -> pass(20));

    // then
    pass(99);
    assertThat(lease.holds()).isTrue();
    pass(1);
    assertThat(lease.holds()).isFalse();
  }

  @Test
  void shouldStayLostWhenTheEngineAnswersTooLate() throws InterruptedException {
    // given
    var lease = JobLease.beginning(TIMEOUT, () -> now);
    pass(110);

    // when
    lease.extend(timeout -> pass(11));

    // then
    assertThat(lease.holds()).isFalse();
  }

  @Test
  void shouldBeExtendedForOneJobAlone() throws InterruptedException {
    // given
    var asked = JobLease.beginning(TIMEOUT, () -> now);
    var first = asked.ofOneJob();
    var second = asked.ofOneJob();
    pass(100);

    // when
    first.extend(timeout -> true);
    pass(30);

    // then
    assertThat(first.holds()).isTrue();
    assertThat(second.holds()).isFalse();
  }

  @Test
  void shouldNotBeginAnewWhenTheEngineKnowsNothingOfTheJob() throws InterruptedException {
    // given
    var lease = JobLease.beginning(TIMEOUT, () -> now);
    pass(100);

    // when
    var there = lease.extend(timeout -> false);

    // then
    assertThat(there).isFalse();
    pass(20);
    assertThat(lease.holds()).isFalse();
  }

  private boolean pass(long seconds) {
    now = now.plusSeconds(seconds);
    return true;
  }
}
