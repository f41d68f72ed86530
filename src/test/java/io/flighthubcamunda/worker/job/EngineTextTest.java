package io.flighthubcamunda.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EngineTextTest {

  @Test
  void shouldHoldNothingThatOperateTakesForAFormat() {
    // given
    var said = "A%20B.JPG: it failed at 67 % with code 8.";

    // when
    var told = EngineText.of(said);

    // then
    assertThat(told).isEqualTo("A％20B.JPG: it failed at 67 ％ with code 8.");
    assertThat(String.format(told)).isEqualTo(told);
  }

  @Test
  void shouldSayNothingWhereThereIsNoMessage() {
    assertThat(EngineText.of(null)).isEmpty();
  }
}
