package io.flighthubcamunda.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrillSettingsTest {

  private static DrillSettings with(String... namesAndValues) {
    var properties = new Properties();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
    }
    return DrillSettings.from(properties);
  }

  @Test
  void shouldTakeItsDefaultsForWhatIsEmpty() {
    var settings = with("drill.instances", "", "drill.hurry", " ");

    assertThat(settings.instances()).isEqualTo(300);
    assertThat(settings.rounds()).isEqualTo(3);
    assertThat(settings.hurry()).isEqualTo(20);
  }

  @Test
  void shouldLetSomethingHappenAfterAboutTwelve() {
    assertThat(with().wavesOf(10)).isEqualTo(4);
    assertThat(with().wavesOf(60)).isEqualTo(5);
    assertThat(with().wavesOf(100)).isEqualTo(8);
    assertThat(with("drill.waves", "4").wavesOf(100)).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "drill.instances, 0, 'drill.instances must be 1 or more, not 0.'",
    "drill.rounds, 301, 'drill.rounds must be 1 to the number of instances, not 301.'",
    "drill.waves, -1, 'drill.waves must be 0 or more, not -1.'",
    "drill.hurry, 21, 'drill.hurry must be 1 (the times of production) to 20, not 21.'"
  })
  void shouldSayWhichSettingIsWrong(String name, String value, String message) {
    assertThatThrownBy(() -> with(name, value)).hasMessage(message);
  }
}
