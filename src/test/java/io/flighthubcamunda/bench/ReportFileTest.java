package io.flighthubcamunda.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {

  @TempDir Path folder;

  @Test
  void shouldWriteGoalsWithNullForWhatWasNotMeasured() throws IOException {
    // given
    var goals =
        List.of(
            Goal.atMost("ours / rclone", OptionalDouble.of(0.5), 1.0),
            Goal.atMost("ours / s5cmd", OptionalDouble.empty(), 1.0));
    var report = new Report(new TextTable("a"), List.of(), goals, Map.of("rows", List.of()));
    var file = folder.resolve("new").resolve("upload.json");

    // when
    ReportFile.write(
        file,
        new BenchSettings("upload", 1, 3, Set.of(), Set.of(), folder, folder),
        MachineFacts.read(),
        report);

    // then
    var json = new ObjectMapper().readTree(file.toFile());
    assertThat(json.at("/goals/0/name").asText()).isEqualTo("ours / rclone");
    assertThat(json.at("/goals/0/value").asDouble()).isEqualTo(0.5);
    assertThat(json.at("/goals/0/goal").asText()).isEqualTo("<= 1.0");
    assertThat(json.at("/goals/0/met").asBoolean()).isTrue();
    assertThat(json.at("/goals/1/value").isNull()).isTrue();
    assertThat(json.at("/goals/1/met").asBoolean()).isFalse();
    assertThat(json.at("/machine/processors").asInt()).isPositive();
    assertThat(json.has("rows")).isTrue();
  }
}
