package io.flighthubcamunda.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {

  @Test
  void shouldNotBeMovedByOneOddRun() {
    assertThat(Median.of(List.of(2.0, 90.0, 1.0))).hasValue(2.0);
  }

  @Test
  void shouldBeBetweenTheTwoInTheMiddle() {
    assertThat(Median.of(List.of(4.0, 1.0, 2.0, 3.0))).hasValue(2.5);
  }

  @Test
  void shouldBeEmptyWithoutRuns() {
    assertThat(Median.of(List.of())).isEmpty();
  }
}
