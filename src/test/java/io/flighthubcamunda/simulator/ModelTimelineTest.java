package io.flighthubcamunda.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModelTimelineTest {

  private static final Instant START = Instant.parse("2026-05-01T10:00:00Z");

  /** 10 s queued, 100 s reconstructing, 20 s packaging. */
  private static ModelTimeline timeline(Outcome outcome, Ending ending) {
    return ModelTimeline.starting(
        START,
        new ModelPlan(
            Duration.ofSeconds(10),
            Duration.ofSeconds(100),
            Duration.ofSeconds(20),
            outcome,
            ending));
  }

  private static ModelState at(ModelTimeline timeline, long second) {
    return timeline.at(START.plusSeconds(second));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 12, 0, 0, 0",
    "9, 12, 0, 0, 0",
    "10, 14, 0, 0, 0",
    "60, 14, 50, 0, 0",
    "109, 14, 99, 0, 0",
    "110, 15, 100, 0, 0",
    "120, 15, 100, 1, 50",
    "130, 15, 100, 2, 100",
    "100000, 15, 100, 2, 100"
  })
  void shouldPassThroughAllStates(long second, int status, int progress, int zip, int zipProgress) {
    assertThat(at(timeline(Outcome.succeed(), Ending.FIFTEEN), second))
        .isEqualTo(new ModelState(status, progress, 0, zip, zipProgress));
  }

  @Test
  void shouldEndWhenSomebodyCancelsItInFlightHub() {
    // given
    ModelTimeline timeline = timeline(new Outcome.CancelledElsewhere(30), Ending.FIFTEEN);

    // then
    assertThat(at(timeline, 39)).isEqualTo(ModelState.unfinished(ModelStatus.EXECUTING, 29));
    assertThat(at(timeline, 40)).isEqualTo(ModelState.ended(ModelStatus.CANCELLED, 30, 0));
  }

  @Test
  void shouldNeverEndByItselfOnceItIsStuck() {
    // given
    ModelTimeline timeline = timeline(new Outcome.Stuck(30), Ending.FIFTEEN);

    // then
    assertThat(at(timeline, 20).progress()).isEqualTo(10);
    assertThat(at(timeline, 10_000_000))
        .isEqualTo(ModelState.unfinished(ModelStatus.EXECUTING, 30));
    assertThat(timeline.stoppedAt(START.plusSeconds(500)).at(START.plusSeconds(500)).status())
        .isEqualTo(ModelStatus.CANCELLED);
  }

  @ParameterizedTest
  @EnumSource
  void shouldNeverGoBack(Ending ending) {
    // given
    ModelTimeline timeline = timeline(Outcome.succeed(), ending);

    // when
    List<ModelState> states = IntStream.range(0, 140).mapToObj(s -> at(timeline, s)).toList();

    // then
    assertThat(states).extracting(ModelState::progress).isSorted();
    assertThat(states).extracting(ModelState::zipStatus).isSorted();
    assertThat(states).extracting(ModelState::zipProgress).isSorted();
  }

  @ParameterizedTest
  @CsvSource({"FIFTEEN, 15, 15", "NINE, 9, 9", "FIFTEEN_THEN_NINE, 15, 9"})
  void shouldEndAsSet(Ending ending, int whenDone, int whenPackaged) {
    assertThat(at(timeline(Outcome.succeed(), ending), 110).status()).isEqualTo(whenDone);
    assertThat(at(timeline(Outcome.succeed(), ending), 130).status()).isEqualTo(whenPackaged);
  }

  @Test
  void shouldFailOnTheWay() {
    // given
    ModelTimeline timeline = timeline(Outcome.fail(4711), Ending.FIFTEEN);

    // then
    assertThat(at(timeline, 76).status()).isEqualTo(14);
    assertThat(at(timeline, 77)).isEqualTo(new ModelState(8, 67, 4711, 0, 0));
  }

  @Test
  void shouldFindNoComputingResourceAfterTheQueueTime() {
    // given
    ModelTimeline timeline = timeline(Outcome.noComputingResource(13), Ending.FIFTEEN);

    // then
    assertThat(at(timeline, 9).status()).isEqualTo(12);
    assertThat(at(timeline, 10)).isEqualTo(new ModelState(13, 0, 13, 0, 0));
  }

  @Test
  void shouldBeRefusedAtOnce() {
    assertThat(at(timeline(Outcome.refuse(7), Ending.FIFTEEN), 0))
        .isEqualTo(new ModelState(8, 0, 7, 0, 0));
  }

  @Test
  void shouldFailToPackage() {
    // given
    ModelTimeline timeline = timeline(Outcome.packagingFailed(), Ending.FIFTEEN);

    // then
    assertThat(at(timeline, 129).zipStatus()).isEqualTo(1);
    assertThat(at(timeline, 130)).isEqualTo(new ModelState(15, 100, 0, 3, 50));
    assertThat(timeline.endsWithArchive()).isFalse();
  }

  @Test
  void shouldKeepItsProgressWhenStopped() {
    // given
    ModelTimeline stopped =
        timeline(Outcome.succeed(), Ending.FIFTEEN).stoppedAt(START.plusSeconds(60));

    // then
    assertThat(at(stopped, 59).status()).isEqualTo(14);
    assertThat(at(stopped, 60)).isEqualTo(new ModelState(16, 50, 0, 0, 0));
    assertThat(at(stopped, 500).status()).isEqualTo(16);
  }

  @Test
  void shouldIgnoreAStopThatComesTooLate() {
    // given
    ModelTimeline stopped =
        timeline(Outcome.succeed(), Ending.FIFTEEN).stoppedAt(START.plusSeconds(110));

    // then
    assertThat(at(stopped, 130).status()).isEqualTo(15);
    assertThat(stopped.endsWithArchive()).isTrue();
  }

  @Test
  void shouldBeReadyAtOnceWhenNothingTakesTime() {
    // given
    ModelPlan instant =
        new ModelPlan(
            Duration.ZERO, Duration.ZERO, Duration.ZERO, Outcome.succeed(), Ending.FIFTEEN);

    // then
    assertThat(ModelTimeline.starting(START, instant).at(START))
        .isEqualTo(new ModelState(15, 100, 0, 2, 100));
  }
}
