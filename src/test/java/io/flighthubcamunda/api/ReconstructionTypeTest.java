package io.flighthubcamunda.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReconstructionTypeTest {

  private final ObjectMapper json = new ObjectMapper();

  @ParameterizedTest
  @EnumSource
  void shouldComeBackFromItsLabelItsNumberAndItsJson(ReconstructionType type) throws Exception {
    // when / then
    assertThat(ReconstructionType.of(type.label())).isEqualTo(type);
    assertThat(ReconstructionType.ofModelType(type.modelType())).contains(type);
    assertThat(json.writeValueAsString(type)).isEqualTo("\"" + type.label() + "\"");
    assertThat(json.readValue("\"" + type.label() + "\"", ReconstructionType.class))
        .isEqualTo(type);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"4d", "3D", "", "THREE_D"})
  void shouldListTheKnownTypesForAnUnknownLabel(String label) {
    // when / then
    assertThatThrownBy(() -> ReconstructionType.of(label))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "There is no reconstruction type \"%s\"; the known ones are 2d, 3d, 3dgs, lidar."
                .formatted(label));
  }

  @Test
  void shouldNotKnowAnUnknownNumber() {
    // when / then
    assertThat(ReconstructionType.ofModelType(5)).isEmpty();
  }
}
