package io.flighthubcamunda.bench.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flighthubcamunda.bench.Goal;
import io.flighthubcamunda.bench.poll.PollSimulation.Contestant;
import io.flighthubcamunda.schedule.Phase;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollSimulationTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldMeetEachGoalWithAnySeed(long seed) {
    // given
    var simulation = new PollSimulation(600, seed);

    // when
    var tallies =
        Arrays.stream(Contestant.values())
            .collect(
                Collectors.toMap(
                    Function.identity(), way -> new WatchTally(simulation.watch(way))));

    // then
    assertThat(PollGoals.of(tallies)).hasSize(6).allMatch(Goal::met);
  }

  @Test
  void shouldGiveTheSameResultForTheSameSeed() {
    assertThat(new PollSimulation(20, 5).watch(Contestant.OURS))
        .isEqualTo(new PollSimulation(20, 5).watch(Contestant.OURS))
        .isNotEqualTo(new PollSimulation(20, 6).watch(Contestant.OURS));
  }

  @Test
  void shouldLetEachContestantLookAtTheSameRuns() {
    var simulation = new PollSimulation(20, 5);

    assertThat(simulation.watch(Contestant.BACK_OFF))
        .extracting(Watch::length)
        .isEqualTo(simulation.watch(Contestant.OURS).stream().map(Watch::length).toList());
  }

  @ParameterizedTest
  @EnumSource
  void shouldMakeRunsOfEachFamilyThatGoForwardAndEnd(Family family) {
    var random = new SplittableRandom(3);
    for (int i = 0; i < 50; i++) {
      // given
      var run = family.run(random);

      // then
      assertThat(run.length()).isBetween(Family.SHORTEST, Family.LONGEST);
      assertThat(run.at(run.length() + 0.001)).isEmpty();
      var before = new SimulatedRun.State(Phase.QUEUED, 0);
      for (int step = 0; step < 200; step++) {
        var state = run.at(run.length() * step / 200).orElseThrow();
        assertThat(state.phase()).isGreaterThanOrEqualTo(before.phase());
        assertThat(state.percent())
            .isBetween(state.phase() == before.phase() ? before.percent() : 0, 99);
        before = state;
      }
    }
  }

  @Test
  void shouldMeasureADelayByTheLengthOfTheRun() {
    assertThat(new Watch(Family.LINEAR, 120, 4, 30).delayShare()).isEqualTo(1);
    assertThat(new Watch(Family.LINEAR, 10_000, 4, 150).delayShare()).isCloseTo(0.5, within(1e-9));
    assertThat(new Watch(Family.LINEAR, 10_000, 4, 301).inTime()).isFalse();
  }

  @Test
  void shouldCountTheCheckThatSeesTheEnd() {
    // given
    var run = Family.LINEAR.run(new SplittableRandom(1));
    var once = new FixedPause(run.length() + 1);

    // when
    var watch = Watch.of(run, once, new SplittableRandom(1));

    // then
    assertThat(watch.checks()).isEqualTo(1);
    assertThat(watch.late()).isBetween(1.0, 1 + Watch.TIMER_LATE);
  }
}
