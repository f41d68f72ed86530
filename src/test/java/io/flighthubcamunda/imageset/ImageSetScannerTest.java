package io.flighthubcamunda.imageset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.flighthubcamunda.api.ReconstructionType;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ImageSetScannerTest {

  private static final Set<ReconstructionType> THREE_D = Set.of(ReconstructionType.THREE_D);
  private static final Set<ReconstructionType> LIDAR =
      Set.of(ReconstructionType.THREE_D, ReconstructionType.LIDAR);

  @TempDir Path folder;

  private final ImageSetScanner scanner = new ImageSetScanner();

  @Test
  void shouldFindPhotographsInAllSubFolders() throws IOException {
    // given
    write("b.jpg", "100MEDIA/c.JPEG", "100MEDIA/deep/d.dng", "e.HEIC", "f.heif", "g.tif", "h.TIFF");
    write("notes.txt", "track.gpx", "jpg", "video.MP4", "a.jpg.part");

    // when
    ImageSetScan scan = scanner.scan(folder, THREE_D);

    // then
    assertThat(scan.files())
        .extracting(SourceFile::relativePath)
        .containsExactly(
            "100MEDIA/c.JPEG",
            "100MEDIA/deep/d.dng",
            "b.jpg",
            "e.HEIC",
            "f.heif",
            "g.tif",
            "h.TIFF");
    assertThat(scan.files()).allMatch(SourceFile::image);
  }

  @Test
  void shouldKeepEverythingForLidar() throws IOException {
    // given
    write("a.JPG", "mission.LDR", "mission.IMU", "notes.txt", ".DS_Store", "Thumbs.db");

    // when
    ImageSetScan scan = scanner.scan(folder, LIDAR);

    // then
    assertThat(scan.files())
        .extracting(SourceFile::relativePath)
        .containsExactly("a.JPG", "mission.IMU", "mission.LDR", "notes.txt");
    assertThat(scan.files()).filteredOn(SourceFile::image).hasSize(1);
  }

  @Test
  void shouldSkipWhatOperatingSystemsLeaveBehind() throws IOException {
    // given
    write("a.JPG", "._a.JPG", ".hidden.jpg", ".trash/b.JPG", "sub/._c.JPG");

    // when
    ImageSetScan scan = scanner.scan(folder, LIDAR);

    // then
    assertThat(scan.files()).extracting(SourceFile::relativePath).containsExactly("a.JPG");
  }

  @Test
  void shouldKnowSizeAndTimeOfAFile() throws IOException {
    // given
    Path file = Files.write(folder.resolve("a.JPG"), new byte[1234]);
    Instant modified = Instant.parse("2026-06-18T10:30:00Z");
    Files.setLastModifiedTime(file, FileTime.from(modified));

    // when
    ImageSetScan scan = scanner.scan(folder, THREE_D);

    // then
    assertThat(scan.files()).containsExactly(new SourceFile("a.JPG", 1234, modified, true));
  }

  @Test
  void shouldOrderByCodePointWhateverTheLocale() throws IOException {
    // given
    assumeThat(System.getProperty("sun.jnu.encoding")).isEqualTo("UTF-8");
    write(
        "b.jpg", "B.jpg", "a b.jpg", "ä.jpg", "Z.jpg", "z/1.jpg", "\uFB01.jpg", "\uD83D\uDE81.jpg");

    // when
    ImageSetScan scan = scanner.scan(folder, THREE_D);

    // then
    assertThat(scan.files())
        .extracting(SourceFile::relativePath)
        .containsExactly(
            "B.jpg",
            "Z.jpg",
            "a b.jpg",
            "b.jpg",
            "z/1.jpg",
            "ä.jpg",
            "\uFB01.jpg",
            "\uD83D\uDE81.jpg");
  }

  @Test
  @Timeout(10)
  void shouldFollowNoLinkAndReportEach(@TempDir Path elsewhere) throws IOException {
    // given
    write("a.JPG", "sub/b.JPG");
    Path foreign = Files.createFile(elsewhere.resolve("foreign.JPG"));
    Files.createSymbolicLink(folder.resolve("outside"), elsewhere);
    Files.createSymbolicLink(folder.resolve("outside.JPG"), foreign);
    Files.createSymbolicLink(folder.resolve("inside"), folder.resolve("sub"));
    Files.createSymbolicLink(folder.resolve("sub/loop"), folder);

    // when
    ImageSetScan scan = scanner.scan(folder, LIDAR);

    // then
    assertThat(scan.files())
        .extracting(SourceFile::relativePath)
        .containsExactly("a.JPG", "sub/b.JPG");
    assertThat(scan.notes()).extracting(Finding::code).containsExactly("LINKS_SKIPPED");
    assertThat(scan.notes().getFirst().message())
        .contains("4 left out", "inside", "outside", "outside.JPG", "sub/loop");
  }

  @Test
  void shouldScanAFolderThatIsItselfALink(@TempDir Path elsewhere) throws IOException {
    // given
    write("a.JPG");
    Path link = Files.createSymbolicLink(elsewhere.resolve("link"), folder);

    // when
    ImageSetScan scan = scanner.scan(link, THREE_D);

    // then
    assertThat(scan).isEqualTo(scanner.scan(folder, THREE_D));
  }

  @Test
  void shouldReadAFileWhoseNameCannotBeDecoded() throws Exception {
    // given
    byte[] latin1 = "s\u00fcd.JPG".getBytes(StandardCharsets.ISO_8859_1);
    Path file = pathOf(latin1);
    assumeThat(file.toString()).as("a name that cannot be decoded here").contains("\uFFFD");
    Files.write(file, new byte[] {7});

    // when
    FolderSource source = new FolderSource(folder.toRealPath());
    SourceFile found = source.scan(THREE_D).files().getFirst();

    // then
    assertThat(found.relativePath()).isEqualTo("s\uFFFDd.JPG");
    source.requireUnchanged(found);
    try (var in = source.open(found, 0)) {
      assertThat(in.readAllBytes()).containsExactly(7);
    }
  }

  /** A file below the folder whose name has these bytes on disk. */
  private Path pathOf(byte[] name) throws IOException {
    StringBuilder escaped = new StringBuilder(folder.toRealPath().toUri().toString());
    for (byte b : name) {
      escaped.append("%%%02X".formatted(b));
    }
    return Path.of(URI.create(escaped.toString()));
  }

  @Test
  void shouldSayThatTheFolderIsGone() {
    // when / then
    assertThatThrownBy(() -> scanner.scan(folder.resolve("gone"), THREE_D))
        .isInstanceOf(ImageSetException.class)
        .hasMessageContaining("gone\" does not exist")
        .extracting("code")
        .isEqualTo(ImageSetException.Code.FOLDER_MISSING);
  }

  @Test
  void shouldSayWhichSubFolderMayNotBeRead() throws IOException {
    // given
    write("a.JPG", "sub/b.JPG");
    Path locked = folder.resolve("sub");
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    try {
      assumeThat(Files.isReadable(locked)).as("run by a user who may read everything").isFalse();

      // when / then
      assertThatThrownBy(() -> scanner.scan(folder, THREE_D))
          .isInstanceOf(ImageSetException.class)
          .hasMessageStartingWith("\"sub\" in the image folder")
          .extracting("code")
          .isEqualTo(ImageSetException.Code.UNREADABLE);
    } finally {
      Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private void write(String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, new byte[] {1});
    }
  }
}
