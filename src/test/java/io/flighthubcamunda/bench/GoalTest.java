package io.flighthubcamunda.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GoalTest {

  @Test
  void shouldNotBeMetWithoutAValue() {
    var goal = Goal.atMost("ours / s5cmd", OptionalDouble.empty(), 1.0);

    assertThat(goal).isEqualTo(new Goal("ours / s5cmd", null, "<= 1.0", false));
    assertThat(goal.line()).startsWith("NOT MET").contains("not measured");
  }

  @Test
  void shouldTakeLessThanAHundredthForNoise() {
    assertThat(Goal.atMost("a", OptionalDouble.of(1.004), 1.0).met()).isTrue();
    assertThat(Goal.atMost("a", OptionalDouble.of(1.006), 1.0).met()).isFalse();
    assertThat(Goal.atLeast("a", OptionalDouble.of(0.946), 0.95).met()).isTrue();
    assertThat(Goal.atLeast("a", OptionalDouble.of(0.94), 0.95).met()).isFalse();
  }

  @Test
  void shouldKeepThreeDigitsOfItsValue() {
    assertThat(Goal.atMost("a", OptionalDouble.of(0.123456), 1.0).value()).isEqualTo(0.123);
  }
}
