package io.flighthubcamunda.report.page;

import static io.flighthubcamunda.api.ReconstructionType.TWO_D;
import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.imageset.FolderSource;
import io.flighthubcamunda.imageset.ImageSetReport;
import io.flighthubcamunda.imageset.PhotographSummary;
import io.flighthubcamunda.report.flight.ShotLog;
import io.flighthubcamunda.report.flight.TestFlight;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeSetTest {

  @TempDir private Path folder;

  @Test
  void shouldStaySmallForTheLargestSet() throws IOException {
    // given: 20,000 photographs, and none of them at hand any more
    var shots = new ShotLog();
    new TestFlight(20, 40)
        .fly(100, 200)
        .forEach(shot -> shots.usable(shot.file(), shot.photograph()));

    // when
    byte[] page = ImageSetPage.of(report(), Set.of(TWO_D), shots, new FolderSource(folder));

    // then
    Files.write(Files.createDirectories(Path.of("target/pages")).resolve("largest.html"), page);
    assertThat(page).hasSizeLessThan(1_500_000);
    assertThat(new String(page, StandardCharsets.UTF_8))
        .contains("<dd>20,000</dd>", "Map of 20,000 photographs", "one dot stands for several")
        .as("four kilometres of strips are one site")
        .doesNotContain("Taken ", "Suspicious:");
  }

  private ImageSetReport report() {
    return new ImageSetReport(
        "Largest",
        folder.toString(),
        "",
        20_000,
        20_000,
        120_000_000_000L,
        240,
        List.of(),
        List.of(),
        List.of(),
        new PhotographSummary(
            Map.of(),
            Map.of(),
            20_000,
            20_000,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }
}
