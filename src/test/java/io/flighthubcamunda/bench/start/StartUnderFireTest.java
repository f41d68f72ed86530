package io.flighthubcamunda.bench.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.SharedByTests;
import io.flighthubcamunda.bench.start.EngineFault.Moment;
import io.flighthubcamunda.bench.start.TrialEnd.State;
import io.flighthubcamunda.local.InMemoryEngine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A small part of the benchmark: drawn troubles, side by side, with several gates; and those
 * troubles between worker and engine that once cost a second start or a model. All times are those
 * of production, divided by one number.
 */
@ResourceLock(SharedByTests.PROCESS)
class StartUnderFireTest {

  private static final long SEED = 20_261_123;
  private static final int TRIALS = 30;
  private static final int GATES = 4;
  private static final Pace PACE = new Pace(60);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration FREEZE = PACE.jobTimeout().multipliedBy(2);
  private static final Duration WAKE_UP = FREEZE.dividedBy(2);

  private static InMemoryEngine engine;
  private static TrialField field;
  private static Gates gates;

  @BeforeAll
  static void openGates() {
    engine = InMemoryEngine.start(status -> {});
    field = new TrialField(engine.grpcAddress(), PACE);
    gates = field.openGates(GATES);
  }

  @AfterAll
  static void close() {
    gates.close();
    field.close();
    engine.close();
  }

  @Test
  void shouldNeverStartTwiceWhateverGoesWrong() {
    // given
    var trials = Trial.draw(SEED, TRIALS, PACE);

    // when
    field.run(trials, 2 * GATES, PATIENCE, begun -> {});

    // then
    assertThat(field.ends())
        .as("of the trials drawn with seed %d", SEED)
        .filteredOn(end -> trials.contains(end.trial()))
        .hasSize(TRIALS)
        .allSatisfy(
            end -> {
              assertThat(end.wrong()).as(end.line()).isFalse();
              assertThat(end.needless()).as(end.line()).isFalse();
              assertThat(end.state()).as(end.line()).isIn(State.STARTED, State.ASKED);
            });
  }

  @Test
  void shouldNotStartWhenAnotherWorkerGotTheJobMeanwhile() {
    shouldBeStartedOnce(new EngineFault(EngineFault.MARK, Moment.BEFORE, FREEZE));
  }

  @Test
  void shouldLeaveTheModelToTheWorkerThatGotTheJobMeanwhile() {
    shouldBeStartedOnce(new EngineFault(EngineFault.COMPLETE, Moment.BEFORE, FREEZE));
  }

  @Test
  void shouldNotStopTheModelWhenTheEnginesAnswerToTheCompletionWasLost() {
    shouldBeStartedOnce(new EngineFault(EngineFault.COMPLETE, Moment.AFTER, Duration.ZERO));
  }

  @Test
  void shouldStartWhenTheEnginesAnswerToTheMarkWasLost() {
    shouldBeStartedOnce(new EngineFault(EngineFault.MARK, Moment.AFTER, Duration.ZERO));
  }

  private static void shouldBeStartedOnce(EngineFault fault) {
    // given
    var trial =
        new Trial(
            0,
            Trouble.FROZEN,
            UUID.randomUUID().toString(),
            PACE.listLag(),
            List.of("3d"),
            Optional.empty(),
            Optional.of(fault));

    // when
    field.run(List.of(trial), 1, PATIENCE, begun -> {});
    if (!fault.breaksConnection()) {
      // The frozen worker wakes up and must do no harm.
      field.await(WAKE_UP, () -> end(trial).wrong());
    }

    // then
    assertThat(end(trial).state()).as(end(trial).line()).isEqualTo(State.STARTED);
    assertThat(end(trial).billed()).isEqualTo(1);
    assertThat(end(trial).running()).isTrue();
  }

  private static TrialEnd end(Trial trial) {
    return field.ends().stream().filter(end -> end.trial().equals(trial)).findFirst().orElseThrow();
  }
}
