package io.flighthubcamunda.local;

import static io.flighthubcamunda.api.ReconstructionType.THREE_D;
import static io.flighthubcamunda.api.ReconstructionType.THREE_DGS;
import static io.flighthubcamunda.api.ReconstructionType.TWO_D;
import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.imageset.BatchLimits;
import io.flighthubcamunda.imageset.FolderSource;
import io.flighthubcamunda.imageset.ImageSetCheck;
import io.flighthubcamunda.imageset.ImageSetReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplePhotographsTest {

  private static final BatchLimits LIMITS = new BatchLimits(100, 500_000_000);

  @TempDir Path temporary;

  @Test
  void shouldPassTheCheckForAllImageTypesWithoutWarning() throws IOException {
    // given
    Path folder = SamplePhotographs.renderInto(temporary.resolve("samples"));

    // when
    ImageSetReport report =
        new ImageSetCheck()
            .check(new FolderSource(folder), null, Set.of(TWO_D, THREE_D, THREE_DGS), LIMITS);

    // then
    assertThat(report.errors()).isEmpty();
    assertThat(report.warnings()).isEmpty();
    assertThat(report.imageCount()).isEqualTo(12);
    assertThat(report.summary().locatedCount()).isEqualTo(12);
    assertThat(report.summary().droneDataCount()).isEqualTo(12);
    assertThat(report.summary().cameras())
        .containsExactly(Map.entry("FlightHub for Camunda Rendered sample", 12));
    assertThat(report.summary().resolutions()).containsOnlyKeys("1600 x 1200");
    assertThat(report.byteCount() / 12).isBetween(150_000L, 500_000L);
  }

  @Test
  void shouldRenderTheSamePhotographsEachTime() throws IOException {
    // given
    Path first = SamplePhotographs.renderInto(temporary.resolve("first"), 5);

    // when
    Path second = SamplePhotographs.renderInto(temporary.resolve("second"), 5);

    // then
    try (var files = Files.list(first)) {
      assertThat(files)
          .hasSize(5)
          .allSatisfy(
              file -> assertThat(second.resolve(file.getFileName())).hasSameBinaryContentAs(file));
    }
    assertThat(fingerprint(first)).isEqualTo(fingerprint(second));
  }

  private static String fingerprint(Path folder) {
    return new ImageSetCheck()
        .check(new FolderSource(folder), null, Set.of(THREE_D), LIMITS)
        .fingerprint();
  }
}
