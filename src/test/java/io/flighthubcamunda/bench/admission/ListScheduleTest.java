package io.flighthubcamunda.bench.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListScheduleTest {

  @Test
  void shouldRunOneAfterTheOtherInOneSlot() {
    assertThat(ListSchedule.makespan(1, List.of(), minutes(1, 2, 3))).hasMinutes(6);
  }

  @Test
  void shouldKeepTheOrderEvenWhereAnotherWouldEndEarlier() {
    // Two slots: 1 and 1 end first, then 4 and 2; longest first would take 4.
    assertThat(ListSchedule.makespan(2, List.of(), minutes(1, 1, 2, 4))).hasMinutes(5);
  }

  @Test
  void shouldLeaveATakenSlotAloneUntilItIsFree() {
    assertThat(ListSchedule.makespan(2, minutes(3), minutes(2, 2, 2))).hasMinutes(5);
  }

  @Test
  void shouldTakeNoTimeForNothing() {
    assertThat(ListSchedule.makespan(2, minutes(3), List.of())).isZero();
  }

  @Test
  void shouldRefuseMoreTakenSlotsThanThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ListSchedule.makespan(1, minutes(1, 1), minutes(1)))
        .withMessage("2 slots can't be taken of 1.");
  }

  private static List<Duration> minutes(int... values) {
    return IntStream.of(values).mapToObj(Duration::ofMinutes).toList();
  }
}
