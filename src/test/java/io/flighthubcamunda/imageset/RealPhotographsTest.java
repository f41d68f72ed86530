package io.flighthubcamunda.imageset;

import static io.flighthubcamunda.api.ReconstructionType.THREE_D;
import static io.flighthubcamunda.api.ReconstructionType.THREE_DGS;
import static io.flighthubcamunda.api.ReconstructionType.TWO_D;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flighthubcamunda.api.ReconstructionType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The check against photographs that real cameras took; skipped where they are not at hand. */
class RealPhotographsTest {

  private static final BatchLimits LIMITS = new BatchLimits(100, 20_000_000);

  @Test
  void shouldFindNothingWrongWithACompleteDjiFlight() {
    // when
    ImageSetReport report = check("brighton-beach-fc300s/images", TWO_D, THREE_D, THREE_DGS);

    // then
    assertThat(report.errors()).isEmpty();
    assertThat(report.warnings()).isEmpty();
    assertThat(report.imageCount()).isEqualTo(18);
    assertThat(report.byteCount()).isEqualTo(64_898_696);
    assertThat(report.batchCount()).isEqualTo(4);
    PhotographSummary summary = report.summary();
    assertThat(summary.cameras()).containsExactly(Map.entry("DJI FC300S", 18));
    assertThat(summary.resolutions()).containsExactly(Map.entry("4000 x 2250", 18));
    assertThat(summary.locatedCount()).isEqualTo(18);
    assertThat(summary.droneDataCount()).isEqualTo(18);
    assertThat(summary.firstTaken()).contains(LocalDateTime.of(2016, 6, 23, 16, 31, 59));
    assertThat(summary.lastTaken()).contains(LocalDateTime.of(2016, 6, 23, 16, 34, 3));
    BoundingBox area = summary.area().orElseThrow();
    assertThat(area.south()).isCloseTo(46.842282, within(1e-6));
    assertThat(area.north()).isCloseTo(46.843038, within(1e-6));
    assertThat(area.west()).isCloseTo(-91.994560, within(1e-6));
    assertThat(area.east()).isCloseTo(-91.993455, within(1e-6));
  }

  @Test
  void shouldFindNothingWrongWithACameraThatIsNotFromDji() {
    // when
    ImageSetReport report = check("caliterra-canon-sx260/images", THREE_D, THREE_DGS);

    // then
    assertThat(report.errors()).isEmpty();
    assertThat(report.warnings()).isEmpty();
    assertThat(report.summary().cameras())
        .containsExactly(Map.entry("Canon PowerShot SX260 HS", 12));
    assertThat(report.summary().locatedCount()).isEqualTo(12);
    assertThat(report.summary().droneDataCount()).isZero();
  }

  @Test
  void shouldWarnAboutTheFrameOfAnotherSize() {
    // when
    ImageSetReport report = check("trouble-mixed-resolution-elph300/images", THREE_D);

    // then
    assertThat(report.errors()).isEmpty();
    assertThat(report.warnings()).extracting(Finding::code).containsExactly("MIXED_RESOLUTIONS");
    assertThat(report.warnings().getFirst().message())
        .contains("3600 x 2700: 4, 3240 x 2430: 1", "IMG_0446.jpg");
  }

  @Test
  void shouldNotTakeDroneDataForAPosition() {
    // when
    ImageSetReport report = check("trouble-no-gps-fc300s", THREE_D);

    // then
    assertThat(report.errors()).isEmpty();
    assertThat(report.imageCount()).isEqualTo(5);
    assertThat(report.summary().droneDataCount()).isEqualTo(5);
    assertThat(report.summary().locatedCount()).isZero();
    assertThat(report.warnings()).extracting(Finding::code).containsExactly("NO_GPS");
    assertThat(report.warnings().getFirst().message()).contains("in 5 of 5 photographs");
  }

  @Test
  void shouldRefuseTooFewAndSayWhatElseIsOdd() {
    // when
    ImageSetReport report = check("trouble-too-few-bad-frames-fc8482", THREE_D);

    // then
    assertThat(report.imageCount()).as("three photographs and a map picture").isEqualTo(4);
    assertThat(report.errors()).extracting(Finding::code).containsExactly("TOO_FEW_IMAGES");
    assertThat(report.warnings())
        .extracting(Finding::code)
        .containsExactly("NO_GPS", "FAR_APART", "NO_CAMERA_DATA");
    assertThat(report.warnings().getLast().message()).contains("drone-testdata-agung-1-aoi.jpg");
  }

  @Test
  void shouldRefuseThreePhotographs() {
    // when
    ImageSetReport report = check("trouble-too-few-bad-frames-fc8482/images", THREE_D);

    // then
    assertThat(report.errors().getFirst().message()).startsWith("3 usable photographs; a 3d");
    assertThat(report.warnings()).extracting(Finding::code).containsExactly("FAR_APART");
  }

  @Test
  void shouldKeepTwoFlightsWithEqualNamesApart() {
    // when
    ImageSetReport report = check(".", THREE_D);

    // then
    assertThat(report.errors()).isEmpty();
    assertThat(report.imageCount()).isEqualTo(44);
    assertThat(report.warnings())
        .extracting(Finding::code)
        .contains("MIXED_CAMERAS", "DUPLICATE_NAMES", "FAR_APART");
  }

  private static ImageSetReport check(String set, ReconstructionType... types) {
    Path data =
        Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
            .map(folder -> folder.resolve("shared/data"))
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(Path.of("shared/data"));
    Path folder = data.resolve(set);
    assumeTrue(Files.isDirectory(folder), "The real photographs are not at hand");
    return new ImageSetCheck().check(new FolderSource(folder), null, Set.of(types), LIMITS);
  }
}
