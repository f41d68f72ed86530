package io.flighthubcamunda.bench.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.bench.admission.FreeSlots.Run;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreeSlotsTest {

  @Test
  void shouldCountFromTheEndOfARunToTheStartThatTakesItsSlot() {
    // Two slots; the second run ends first.
    var free =
        FreeSlots.of(2, List.of(), List.of(run(0, 100), run(3, 20), run(30, 50), run(81, 5)));

    assertThat(free.opening()).containsExactly(Duration.ofSeconds(3));
    assertThat(free.later()).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(1));
    assertThat(free.mean()).hasSeconds(4);
    assertThat(free.start()).hasSeconds(3);
  }

  @Test
  void shouldKnowThatASlotWasTakenByOthers() {
    var free = FreeSlots.of(2, List.of(Duration.ofSeconds(10)), List.of(run(0, 100), run(12, 1)));

    assertThat(free.opening()).isEmpty();
    assertThat(free.later()).containsExactly(Duration.ofSeconds(2));
  }

  @Test
  void shouldKnowNothingOfOneRun() {
    var free = FreeSlots.of(2, List.of(), List.of(run(0, 1)));

    assertThat(free.mean()).isZero();
    assertThat(free.start()).isZero();
  }

  private static Run run(int begin, int time) {
    return new Run(Duration.ofSeconds(begin), Duration.ofSeconds(time));
  }
}
