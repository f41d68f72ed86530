package io.flighthubcamunda.bench.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flighthubcamunda.bench.Goal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadGoalsTest {

  private static Spread spread(boolean far, int workers, double seconds) {
    return new Spread(far, workers, 100, 100, seconds);
  }

  private static List<Spread> all() {
    return new ArrayList<>(
        List.of(
            spread(true, 1, 40),
            spread(true, 2, 21),
            spread(true, 4, 11),
            spread(false, 1, 5),
            spread(false, 2, 4),
            spread(false, 4, 4)));
  }

  @Test
  void shouldHoldEachNumberOfWorkersAgainstOne() {
    // given
    var goals = new SpreadGoals(all());

    // then
    assertThat(goals.gain(2).getAsDouble()).isCloseTo(1.90, within(0.01));
    assertThat(goals.gain(4).getAsDouble()).isCloseTo(3.64, within(0.01));
    assertThat(goals.goals()).extracting(Goal::met).containsExactly(true, true, true);
  }

  @Test
  void shouldNotMeetAGoalThatWasNotMeasured() {
    assertThat(new SpreadGoals(all().subList(0, 2)).goals())
        .extracting(Goal::met)
        .containsExactly(true, false, false);
  }

  @Test
  void shouldNoticeAnObjectThatWasSentTwice() {
    // given
    var spreads = all();
    spreads.set(3, new Spread(false, 1, 101, 100, 5));

    // then
    assertThat(new SpreadGoals(spreads).goals())
        .extracting(Goal::met)
        .containsExactly(true, true, false);
  }
}
