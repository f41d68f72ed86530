package io.flighthubcamunda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flighthubcamunda.SharedByTests;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ResourceLock(SharedByTests.PROCESS)
class CheckCommandTest {

  private final Terminal terminal = new Terminal();

  @TempDir private Path folder;

  @Test
  void shouldReportAFolderThatCanBeReconstructed() throws IOException {
    // given
    TestPhotographs.write(folder, 5);

    // when
    var code = terminal.run("check", folder.toString());

    // then
    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(terminal.err()).isEmpty();
    assertThat(terminal.out())
        .contains("Image set    " + folder.getFileName())
        .containsPattern("Files +5 \\(5 photographs\\), .* in 1 batch\\R")
        .contains("64")
        .contains("FlightHub should take this image set for: 3d.");
  }

  @Test
  void shouldWriteAPageToLookAt() throws IOException {
    // given
    TestPhotographs.write(folder, 5);
    var page = folder.resolve("report.html");

    // when
    var code = terminal.run("check", folder.toString(), "--html", page.toString());

    // then
    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(terminal.err()).isEmpty();
    assertThat(page).content().startsWith("<!DOCTYPE html>").contains("DJI_0001.JPG");
    assertThat(terminal.out()).contains("FlightHub should take this image set for: 3d.");
  }

  @Test
  void shouldSayAtOnceThatThePageHasNoPlace() throws IOException {
    // given
    TestPhotographs.write(folder, 5);

    // when
    var code =
        terminal.run(
            "check", folder.toString(), "--html", folder.resolve("missing/a.html").toString());

    // then
    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(terminal.err()).contains("can't be written: name a file in a folder that is there");
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void shouldSayWhatSpeaksAgainstAFolder() throws IOException {
    // given
    TestPhotographs.write(folder, 5);

    // when
    var code = terminal.run("check", folder.toString(), "--type", "2d,3dgs");

    // then
    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.out())
        .containsPattern("Error .*3dgs.*10")
        .contains("FlightHub would refuse this image set for: 2d, 3dgs.");
  }

  @Test
  void shouldTakeALargeFileOnlyWhereTheWorkersSendItInParts() throws IOException {
    // given
    TestPhotographs.write(folder, 5);
    try (var file = new RandomAccessFile(folder.resolve("A.LDR").toFile(), "rw")) {
      // Of a sparse file nothing lies on the disk.
      file.setLength(6L << 30);
    }
    var inParts = new Terminal();
    var later = new Terminal();

    // when
    terminal.run("check", folder.toString(), "--type", "lidar");
    inParts.run(
        "check", folder.toString(), "--type", "lidar", "--flighthub.upload.multipart-from=2GB");
    later.run(
        "check", folder.toString(), "--type", "lidar", "--flighthub.upload.multipart-from=6GB");

    // then
    assertThat(terminal.out()).contains("in one request: 1 files (A.LDR)");
    assertThat(inParts.out()).contains("Image set").doesNotContain("in one request");
    assertThat(later.out()).contains("in one request: 1 files (A.LDR)");
  }

  @Test
  void shouldSayThatThereAreNoPhotographs() {
    // when
    var code = terminal.run("check", folder.toString());

    // then
    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.out()).contains("hold no photographs");
  }

  @Test
  void shouldSayThatAFolderIsMissing() {
    // when
    var code = terminal.run("check", folder.resolve("missing").toString());

    // then
    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err()).contains("does not exist").hasLineCount(1);
    assertThat(terminal.out()).isEmpty();
  }

  @Test
  void shouldSayThatAFileIsNoFolder() throws IOException {
    // given
    var file = Files.writeString(folder.resolve("A.JPG"), "x");

    // when
    var code = terminal.run("check", file.toString());

    // then
    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(terminal.err()).contains("is not a folder").hasLineCount(1);
  }

  @Test
  void shouldListTheTypesWhenOneIsNotKnown() {
    // when
    var code = terminal.run("check", folder.toString(), "-t", "9d");

    // then
    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(terminal.err())
        .contains("There is no reconstruction type \"9d\"; the known ones are 2d, 3d, 3dgs, lidar.")
        .contains("Try 'flighthub-camunda check --help'.")
        .hasLineCount(2);
  }

  @ParameterizedTest
  @CsvSource({
    "caliterra-canon-sx260, 0",
    "brighton-beach-fc300s, 0",
    "trouble-too-few-bad-frames-fc8482, 1",
  })
  void shouldJudgeRealPhotographs(String name, int expected) {
    // given
    var photographs = realPhotographs(name);
    Assumptions.assumeTrue(photographs.isPresent(), "the real photographs are not here");

    // when
    var code = terminal.run("check", photographs.get().toString(), "--type", "3d");

    // then
    assertThat(code).as(terminal.out()).isEqualTo(expected);
    assertThat(terminal.out())
        .containsPattern("Area +-?\\d+\\.\\d{5}, -?\\d+\\.\\d{5} \\(south west\\) to ")
        .doesNotContain("none known", "BoundingBox");
  }

  /** A folder shared/data beside or above the working directory. */
  private static Optional<Path> realPhotographs(String name) {
    return Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
        .map(above -> above.resolve("shared").resolve("data").resolve(name))
        .filter(Files::isDirectory)
        .findFirst();
  }
}
