package io.flighthubcamunda.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ProcessMeterTest {

  @TempDir Path folder;

  @Test
  void shouldCountCpuTimeOfAProgramAndItsChildren() {
    var measured = run("(i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done); exit 3");

    assertThat(measured.status()).isEqualTo(3);
    assertThat(measured.endedWell()).isFalse();
    assertThat(measured.cpuSeconds()).isPositive();
    assertThat(measured.peakBytes()).isPositive();
  }

  @Test
  void shouldKeepOutputAndVariables() {
    run("echo said $GREETING");

    assertThat(folder.resolve("log")).content().isEqualTo("said hello\n");
  }

  @Test
  void shouldEndWhoTakesTooLong() {
    var measured =
        ProcessMeter.run(
            List.of("sleep", "600"), Map.of(), folder.resolve("log"), Duration.ofMillis(100));

    assertThat(measured.status()).isEqualTo(Measurement.TIMED_OUT);
    assertThat(measured.endedWell()).isFalse();
    assertThat(Files.exists(folder.resolve("log"))).isTrue();
  }

  @Test
  void shouldNotCountStartAndEndOfAProgramThatStandsReadyInProduction() {
    var script = "sleep 0.2; echo ready; read go; echo done; sleep 1";
    var begin = System.nanoTime();

    var measured =
        ProcessMeter.run(
            List.of("sh", "-c", script),
            Map.of(),
            folder.resolve("log"),
            Duration.ofMinutes(1),
            Optional.of(new Standing("ready", "done")));

    assertThat(measured.endedWell()).isTrue();
    var elapsed = (System.nanoTime() - begin) / 1e9;
    assertThat(measured.startSeconds()).isGreaterThanOrEqualTo(0.2);
    assertThat(measured.wallSeconds()).isLessThan(elapsed - measured.startSeconds() - 0.1);
  }

  private Measurement run(String script) {
    return ProcessMeter.run(
        List.of("sh", "-c", script),
        Map.of("GREETING", "hello"),
        folder.resolve("log"),
        Duration.ofMinutes(1));
  }
}
