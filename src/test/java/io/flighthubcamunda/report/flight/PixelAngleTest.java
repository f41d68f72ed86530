package io.flighthubcamunda.report.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flighthubcamunda.imageset.Lens;
import io.flighthubcamunda.imageset.Photograph;
import io.flighthubcamunda.imageset.Pose;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against what data sheets give: sensor width x height / (focal length x pixels). */
class PixelAngleTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // camera, pixels, 35-mm equivalent, height, cm per pixel by the data sheet
    "Phantom 4 Pro (13.2 mm; 8.8 mm), 5472, 3648, 24, 100, 2.74",
    "Mavic 3E (H / 36.5 by DJI),      5280, 3956, 24, 100, 2.74",
    "Phantom 3 (6.17 mm; 3.61 mm),    4000, 3000, 20, 40,  1.71",
    "Phantom 3 cut to 16:9,           4000, 2250, 20, 40,  1.71",
    "Zenmuse P1 35 mm (35.9 mm),      8192, 5460, 35, 100, 1.25",
  })
  void shouldComeCloseToTheDataSheetByTheEquivalent(
      String camera, int width, int height, double equivalent, double metres, double expected) {
    // given
    Photograph photograph = photograph(width, height, new Lens(0, equivalent, 0));

    // when
    double metresPerPixel = PixelAngle.of(photograph).orElseThrow().groundSampling(metres);

    // then
    assertThat(100 * metresPerPixel).isCloseTo(expected, within(0.02 * expected));
  }

  @Test
  void shouldTrustTheSensorWidthBeforeTheEquivalent() {
    // given: 100 m x 6.2 mm / (4.5 mm x 4000) = 3.444 cm
    Photograph photograph = photograph(4000, 3000, new Lens(4.5, 99, 6.2));

    // when
    PixelAngle angle = PixelAngle.of(photograph).orElseThrow();

    // then
    assertThat(angle.basis()).isEqualTo(PixelAngle.Basis.SENSOR_WIDTH);
    assertThat(angle.groundSampling(100)).isCloseTo(0.03444, within(1e-5));
  }

  @Test
  void shouldNotDependOnHowTheCameraWasTurned() {
    // when / then
    assertThat(PixelAngle.of(photograph(3000, 4000, TestFlight.LENS)))
        .isEqualTo(PixelAngle.of(photograph(4000, 3000, TestFlight.LENS)));
  }

  @Test
  void shouldSayThatAPictureWasTakenToBeCut() {
    // when / then
    assertThat(PixelAngle.of(photograph(4000, 2250, TestFlight.LENS)).orElseThrow().basis())
        .isEqualTo(PixelAngle.Basis.EQUIVALENT_OF_CUT_PICTURE);
  }

  @Test
  void shouldGuessNothingWithoutALens() {
    // when / then
    assertThat(PixelAngle.of(photograph(4000, 3000, Lens.UNKNOWN))).isEmpty();
    assertThat(PixelAngle.of(photograph(4000, 3000, new Lens(8.8, 0, 0)))).isEmpty();
    assertThat(PixelAngle.of(photograph(0, 0, TestFlight.LENS))).isEmpty();
  }

  private static Photograph photograph(int width, int height, Lens lens) {
    return new Photograph(
        "", width, height, Optional.empty(), Optional.empty(), false, lens, Pose.UNKNOWN);
  }
}
