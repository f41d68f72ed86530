package io.flighthubcamunda.bench.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.bench.Goal;
import io.flighthubcamunda.bench.Measurement;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class UploadGoalsTest {

  @Test
  void shouldCompareMediansWithEachPeer() {
    // given
    var rows =
        new Rows(
            List.of(
                row("big", "ours", run(2.0, 128), run(9.0, 10), run(1.0, 10)),
                row("big", "rclone", run(4.0, 0)),
                row("big", "mc", run(1.0, 0))));

    // then
    assertThat(goal(rows, "big: wall seconds, ours / rclone").value()).isEqualTo(0.5);
    assertThat(goal(rows, "big: wall seconds, ours / rclone").met()).isTrue();
    assertThat(goal(rows, "big: wall seconds, ours / mc").value()).isEqualTo(2.0);
    assertThat(goal(rows, "big: wall seconds, ours / mc").met()).isFalse();
    assertThat(goal(rows, "all scenarios: peak of our heap in MiB, and every file sent").met())
        .isTrue();
  }

  @Test
  void shouldNotMeetGoalsOfAnAbsentPeer() {
    var rows =
        new Rows(List.of(row("big", "ours", run(2.0, 1)), new Row("big", "s5cmd", "", List.of())));

    var goal = goal(rows, "big: wall seconds, ours / s5cmd");
    assertThat(goal.value()).isNull();
    assertThat(goal.met()).isFalse();
    assertThat(rows.table().lines()).anyMatch(line -> line.contains("not on this machine"));
  }

  @Test
  void shouldNotCountWhoLeftFilesOut() {
    var rows =
        new Rows(
            List.of(
                row("big", "ours", run(2.0, 1), broken(0.1)), row("big", "rclone", run(4.0, 0))));

    assertThat(goal(rows, "big: wall seconds, ours / rclone").value()).isNull();
    assertThat(goal(rows, "all scenarios: peak of our heap in MiB, and every file sent").met())
        .isFalse();
    assertThat(rows.table().lines())
        .anyMatch(line -> line.contains("1 of 2 runs did not send everything"));
  }

  @Test
  void shouldNotTakeTheCopyLoopForAPeer() {
    var rows =
        new Rows(
            List.of(
                row("big", "ours", run(3.0, 1)),
                row("big", "rclone", run(4.0, 0)),
                row("big", "copy loop", run(1.0, 0))));

    assertThat(rows.bestPeer("big")).hasValue(4.0);
  }

  private static Goal goal(Rows rows, String name) {
    return UploadGoals.of(rows).stream()
        .filter(goal -> goal.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Row row(String scenario, String contestant, Run... runs) {
    return new Row(scenario, contestant, "1.0", Arrays.asList(runs));
  }

  private static Run run(double wall, long heapMebibytes) {
    return new Run(
        new Measurement(wall, wall, 1_000_000, 0, 0),
        true,
        OptionalDouble.empty(),
        0,
        heapMebibytes == 0 ? OptionalLong.empty() : OptionalLong.of(heapMebibytes << 20));
  }

  private static Run broken(double wall) {
    return new Run(
        new Measurement(wall, wall, 1_000_000, 1, 0),
        false,
        OptionalDouble.empty(),
        0,
        OptionalLong.empty());
  }
}
