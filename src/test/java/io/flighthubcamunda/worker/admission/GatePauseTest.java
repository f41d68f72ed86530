package io.flighthubcamunda.worker.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GatePauseTest {

  private static final Duration WHEN_FULL = Duration.ofSeconds(30);
  private static final Duration WHEN_FAILED = Duration.ofSeconds(5);

  private final GatePause pause = new GatePause(WHEN_FULL, WHEN_FAILED, () -> 0.5);

  @Test
  void shouldNotWaitBeforeAnythingIsKnown() {
    assertThat(pause.next()).isZero();
  }

  @Test
  void shouldWaitUpToTwiceAsLongWhileNothingChanges() {
    // when
    pause.full();

    // then
    assertThat(pause.next()).hasSeconds(30);

    // when
    pause.stillFull();

    // then
    assertThat(pause.next()).hasSeconds(60);

    // when
    pause.stillFull();
    pause.stillFull();

    // then
    assertThat(pause.next()).hasSeconds(60);
  }

  @Test
  void shouldAskNoMoreThanAboutOnceAMinuteInAQuietHour() {
    // given
    var passed = Duration.ZERO;
    int looks = 0;
    pause.full();

    // when
    while (passed.compareTo(Duration.ofHours(1)) < 0) {
      passed = passed.plus(pause.next());
      looks++;
      pause.stillFull();
    }

    // then
    assertThat(looks).isLessThanOrEqualTo(61);
  }

  @Test
  void shouldTryStartsMoreRarelyThanItWouldLook() {
    // when
    for (int i = 0; i < 20; i++) {
      pause.stillFullWithoutList();
    }

    // then
    assertThat(pause.next()).hasMinutes(4);
  }

  @Test
  void shouldTryAgainSoonAfterAFailureAndThenMoreRarely() {
    // when
    pause.failed();

    // then
    assertThat(pause.next()).hasSeconds(5);

    // when
    pause.failed();

    // then
    assertThat(pause.next()).hasSeconds(10);

    // when
    for (int i = 0; i < 20; i++) {
      pause.failed();
    }

    // then
    assertThat(pause.next()).hasSeconds(60);
  }

  @Test
  void shouldNotKeepInStepWithOtherWorkers() {
    // given
    var early = new GatePause(WHEN_FULL, WHEN_FAILED, () -> 0);
    var late = new GatePause(WHEN_FULL, WHEN_FAILED, () -> 1);

    // when
    early.full();
    late.full();

    // then
    assertThat(early.next()).hasSeconds(27);
    assertThat(late.next()).hasSeconds(33);
  }
}
