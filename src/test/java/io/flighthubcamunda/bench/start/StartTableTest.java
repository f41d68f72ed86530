package io.flighthubcamunda.bench.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.bench.Goal;
import io.flighthubcamunda.bench.start.TrialEnd.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartTableTest {

  private static final Pace PACE = new Pace(60);
  private static final Trial TRIAL = Trial.draw(1, 1, PACE).getFirst();

  @Test
  void shouldMeetItsGoalsWhenEverythingIsBilledOnceOrAsked() {
    var table =
        new StartTable(
            List.of(
                new TrialEnd(TRIAL, State.STARTED, 1, true, false, ""),
                new TrialEnd(TRIAL, State.ASKED, 0, true, false, "Look in FlightHub.")));

    assertThat(table.goals()).allMatch(Goal::met);
    assertThat(table.table().lines().getLast()).matches("\\| all +\\| +2 \\| +1 \\| +1 \\| +0 .*");
  }

  @Test
  void shouldMissTheGoalForASecondBill() {
    var table = new StartTable(List.of(new TrialEnd(TRIAL, State.STARTED, 2, true, false, "")));

    assertThat(table.goals()).extracting(Goal::met).containsExactly(false, true, true, true);
  }

  @Test
  void shouldMissTheGoalForAnInstanceWithoutItsModel() {
    var stopped = new TrialEnd(TRIAL, State.STARTED, 1, false, false, "");

    assertThat(new StartTable(List.of(stopped)).goals())
        .extracting(Goal::met)
        .containsExactly(true, false, true, true);
    assertThat(stopped.line()).contains("trial 1", "without running models");
  }

  @Test
  void shouldMissTheGoalForANeedlessQuestion() {
    var table = new StartTable(List.of(new TrialEnd(TRIAL, State.ASKED, 1, true, true, "Look.")));

    assertThat(table.goals()).extracting(Goal::met).containsExactly(true, true, true, false);
  }

  @Test
  void shouldShowNothingWithoutTrials() {
    assertThat(new StartTable(List.of()).goals()).noneMatch(Goal::met);
  }

  @Test
  void shouldDrawTheSameTrialsAgain() {
    assertThat(Trial.draw(7, 50, PACE)).isEqualTo(Trial.draw(7, 50, PACE));
    assertThat(Trial.draw(7, 50, PACE)).isNotEqualTo(Trial.draw(8, 50, PACE));
    assertThat(Trial.draw(7, 20, PACE)).isEqualTo(Trial.draw(7, 50, PACE).subList(0, 20));
    assertThat(Trial.draw(7, 1_000, PACE))
        .extracting(Trial::trouble)
        .contains(Trouble.values()[0], Trouble.FROZEN)
        .doesNotContain(Trouble.KILLED);
  }
}
