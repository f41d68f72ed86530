package io.flighthubcamunda.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void shouldAlignNumbersToTheRight() {
    var table = new TextTable("client", "wall s").row("ours", "2.61").row("rclone", "12.40");

    assertThat(table.lines())
        .containsExactly(
            "| client | wall s |",
            "|--------|-------:|",
            "| ours   |   2.61 |",
            "| rclone |  12.40 |");
  }

  @Test
  void shouldTakeADashForAMissingNumber() {
    var table = new TextTable("client", "wall s").row("ours", "2.61").row("s5cmd", "-");

    assertThat(table.lines().getLast()).isEqualTo("| s5cmd  |      - |");
  }

  @Test
  void shouldRefuseARowOfAnotherLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TextTable("client", "wall s").row("ours"))
        .withMessage("A row of this table has 2 cells, not 1.");
  }
}
