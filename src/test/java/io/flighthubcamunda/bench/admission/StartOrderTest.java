package io.flighthubcamunda.bench.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StartOrderTest {

  @Test
  void shouldFindNoInversionInOrder() {
    assertThat(StartOrder.inversions(List.of(0, 1, 2, 5))).isZero();
  }

  @Test
  void shouldCountPairs() {
    // Of six pairs, (3, 1) and (3, 2) are the wrong way round.
    assertThat(StartOrder.inversions(List.of(0, 3, 1, 2))).isEqualTo(2 / 6.0);
  }

  @Test
  void shouldFindAllPairsInvertedInReverse() {
    assertThat(StartOrder.inversions(List.of(2, 1, 0))).isEqualTo(1);
  }

  @Test
  void shouldTakeOneStartForOrdered() {
    assertThat(StartOrder.inversions(List.of(7))).isZero();
    assertThat(StartOrder.inversions(List.of())).isZero();
  }
}
