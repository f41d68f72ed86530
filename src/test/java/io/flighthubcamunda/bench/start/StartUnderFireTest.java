package io.flighthubcamunda.bench.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.bench.start.TrialEnd.State;
import io.flighthubcamunda.local.InMemoryEngine;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A small part of the benchmark: drawn troubles, side by side, with several gates. All times are
 * those of production, divided by one number.
 */
class StartUnderFireTest {

  private static final long SEED = 20_261_123;
  private static final int TRIALS = 60;
  private static final int GATES = 4;
  private static final Pace PACE = new Pace(60);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void shouldNeverStartTwiceWhateverGoesWrong() {
    // given
    try (var engine = InMemoryEngine.start(status -> {});
        var field = new TrialField(engine.grpcAddress(), PACE);
        var gates = field.openGates(GATES)) {

      // when
      field.run(Trial.draw(SEED, TRIALS, PACE), 2 * GATES, PATIENCE, begun -> {});

      // then
      assertThat(field.ends())
          .as("of the trials drawn with seed %d", SEED)
          .hasSize(TRIALS)
          .allSatisfy(
              end -> {
                assertThat(end.wrong()).as(end.line()).isFalse();
                assertThat(end.needless()).as(end.line()).isFalse();
                assertThat(end.state()).as(end.line()).isIn(State.STARTED, State.ASKED);
              });
    }
  }
}
