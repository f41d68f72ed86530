package io.flighthubcamunda.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchSettingsTest {

  @Test
  void shouldMeasureEverythingThreeTimesUnlessTold() {
    var settings = BenchSettings.from(with("bench", "upload"));

    assertThat(settings.scale()).isEqualTo(1.0);
    assertThat(settings.runs()).isEqualTo(3);
    assertThat(settings.only()).isEmpty();
    assertThat(settings.clients()).isEmpty();
  }

  @Test
  void shouldScaleDownToTheLeastNumber() {
    var settings = BenchSettings.from(with("bench.scale", "0.1"));

    assertThat(settings.scaled(400, 10)).isEqualTo(40);
    assertThat(settings.scaled(50, 10)).isEqualTo(10);
  }

  @Test
  void shouldReadNamesWithBlanksAroundCommas() {
    assertThat(BenchSettings.from(with("bench.only", "big, small,")).only())
        .containsExactlyInAnyOrder("big", "small");
  }

  @ParameterizedTest
  @CsvSource({
    "bench.scale, 0, -Dbench.scale must be a number above 0",
    "bench.scale, many, -Dbench.scale must be a number above 0",
    "bench.runs, 0, -Dbench.runs must be a whole number from 1 to 20",
    "bench.runs, 1.5, -Dbench.runs must be a whole number from 1 to 20"
  })
  void shouldSayWhatIsWrongWithAValue(String name, String value, String sentence) {
    assertThatThrownBy(() -> BenchSettings.from(with(name, value)))
        .isInstanceOf(BenchException.class)
        .hasMessageStartingWith(sentence);
  }

  @Test
  void shouldListTheBenchmarksForAnUnknownName() {
    assertThatThrownBy(() -> Benchmarks.named("uplaod"))
        .isInstanceOf(BenchException.class)
        .hasMessageStartingWith("There is no benchmark \"uplaod\": -Dbench=NAME takes one of:")
        .hasMessageContaining("upload");
  }

  @Test
  void shouldListTheBenchmarksWithoutAName() {
    assertThatThrownBy(() -> Benchmarks.named(""))
        .hasMessageStartingWith("Say which benchmark: -Dbench=NAME");
  }

  private static Properties with(String name, String value) {
    var properties = new Properties();
    properties.setProperty(name, value);
    return properties;
  }
}
