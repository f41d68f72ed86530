package io.flighthubcamunda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verb as a process of its own, with far less heap than a list of files with bytes needs. */
@Tag("processes")
class CheckMemoryTest {

  private static final int FILES = 20_000;

  @TempDir private Path folder;

  @Test
  void shouldCheckTheLargestImageSetWithLittleHeap() throws IOException, InterruptedException {
    // given
    var photographs = folder.resolve("photographs");
    TestPhotographs.write(Files.createDirectories(folder.resolve("one")), 1);
    Path photograph;
    try (var written = Files.list(folder.resolve("one"))) {
      photograph = written.findFirst().orElseThrow();
    }
    for (int i = 0; i < FILES; i++) {
      var file = photographs.resolve("%03dMEDIA/DJI_%04d.JPG".formatted(i / 1000, i % 1000));
      Files.createDirectories(file.getParent());
      Files.createLink(file, photograph);
    }

    // when
    var output = folder.resolve("output.txt");
    var check =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx40m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FlightHubCamunda.class.getName(),
                "check",
                photographs.toString(),
                "--html",
                folder.resolve("page.html").toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    // then
    assertThat(check.waitFor(3, TimeUnit.MINUTES)).as("done in time").isTrue();
    assertThat(Files.readString(output))
        .contains("Files        20,000 (20,000 photographs)")
        .contains("FlightHub should take this image set for: 3d.");
    assertThat(check.exitValue()).isZero();
    assertThat(folder.resolve("page.html")).content().contains("20,000");
  }
}
