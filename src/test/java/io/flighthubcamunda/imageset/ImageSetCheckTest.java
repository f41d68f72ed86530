package io.flighthubcamunda.imageset;

import static io.flighthubcamunda.api.ReconstructionType.LIDAR;
import static io.flighthubcamunda.api.ReconstructionType.THREE_D;
import static io.flighthubcamunda.api.ReconstructionType.THREE_DGS;
import static io.flighthubcamunda.api.ReconstructionType.TWO_D;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.imageset.ImageSetException.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ImageSetCheckTest {

  private static final BatchLimits LIMITS = new BatchLimits(100, 500_000_000);
  private static final String[] LIDAR_KINDS = {
    "CLC", "CLI", "IMU", "LDR", "RTB", "RTK", "RTL", "RTS"
  };

  @TempDir Path temporary;

  private final JpegFile photograph = JpegFile.photograph();

  @Test
  void shouldFindNothingWrongWithAGoodSet() throws IOException {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 10);
    Files.writeString(folder.resolve("notes.txt"), "not for 3d");

    // when
    ImageSetReport report = check(folder, TWO_D, THREE_D, THREE_DGS);

    // then
    assertThat(report.usable()).isTrue();
    assertThat(report.warnings()).isEmpty();
    assertThat(report.name()).isEqualTo("site");
    assertThat(report.location()).isEqualTo(folder.toString());
    assertThat(report.fileCount()).isEqualTo(10);
    assertThat(report.imageCount()).isEqualTo(10);
    assertThat(report.byteCount()).isEqualTo(10L * photograph.bytes().length);
    assertThat(report.batchCount()).isEqualTo(1);
    assertThat(report.summary().cameras()).containsExactly(Map.entry("DJI M3E", 10));
    assertThat(report.summary().resolutions()).containsExactly(Map.entry("64 x 48", 10));
    assertThat(report.summary().locatedCount()).isEqualTo(10);
  }

  @Test
  void shouldAgreeWithThePlanOfTheUpload() throws IOException {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 7);
    Files.createFile(folder.resolve("empty.JPG"));

    // when
    ImageSetReport report = check(folder, THREE_D);

    // then
    ImageSetScan later = new ImageSetScanner().scan(Path.of(report.location()), Set.of(THREE_D));
    ImageSetPlan plan = ImageSetPlan.of(later, report.leftOut(), LIMITS);
    assertThat(plan.fingerprint()).isEqualTo(report.fingerprint());
    assertThat(plan.fileCount()).isEqualTo(report.fileCount()).isEqualTo(7);
  }

  @Test
  void shouldRefuseFourPhotographsFor3d() {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 4);

    // when
    ImageSetReport report = check(folder, THREE_D);

    // then
    assertThat(report.errors())
        .containsExactly(
            new Finding(
                "TOO_FEW_IMAGES",
                "4 usable photographs; a 3d reconstruction needs at least 5: add photographs or leave"
                    + " this type out."));
  }

  @Test
  void shouldRefuseNinePhotographsFor3dgsOnly() {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 9);

    // when
    ImageSetReport report = check(folder, TWO_D, THREE_D, THREE_DGS);

    // then
    assertThat(report.errors()).hasSize(1);
    assertThat(report.errors().getFirst().message())
        .startsWith("9 usable photographs; a 3dgs reconstruction needs at least 10");
  }

  @Test
  void shouldAcceptTheSmallestSets() {
    // given
    Path five = folder("five");
    photograph.writeTo(five, 5);
    Path ten = folder("ten");
    photograph.writeTo(ten, 10);

    // when / then
    assertThat(check(five, TWO_D, THREE_D).errors()).isEmpty();
    assertThat(check(ten, THREE_DGS).errors()).isEmpty();
  }

  @Test
  @Timeout(60)
  void shouldRefuse20001Photographs() throws IOException {
    // given
    Path folder = folder("site");
    Path first =
        JpegFile.plain(8, 8).takenBy("DJI", "M3E").at(44, -30).writeTo(folder.resolve("0.JPG"));
    for (int i = 1; i <= 20_000; i++) {
      // One file under many names: quick to make, and each is read all the same.
      Files.createLink(folder.resolve(i + ".JPG"), first);
    }

    // when
    ImageSetReport report = check(folder, THREE_D, THREE_DGS);

    // then
    assertThat(report.errors())
        .extracting(Finding::message)
        .containsExactly(
            "20,001 usable photographs; a 3d reconstruction takes at most 20,000: split the folder or"
                + " leave this type out.",
            "20,001 usable photographs; a 3dgs reconstruction takes at most 4,000: split the folder or"
                + " leave this type out.");
    assertThat(report.batchCount()).isEqualTo(201);
  }

  @Test
  void shouldSayThatAFolderHoldsNoPhotographs() throws IOException {
    // given
    Path folder = folder("site");
    Files.writeString(folder.resolve("notes.txt"), "nothing else");

    // when
    ImageSetReport report = check(folder, THREE_D);

    // then
    assertThat(codes(report.errors())).containsExactly("NO_IMAGES");
    assertThat(report.batchCount()).isZero();
  }

  @Test
  void shouldLeaveOutPhotographsThatCannotBeUsed() throws IOException {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 6);
    Files.createFile(folder.resolve("empty.JPG"));
    Files.writeString(folder.resolve("text.JPG"), "this is no image");
    photograph.cutTo(photograph.bytes().length - 100).writeTo(folder.resolve("sub/cut.JPG"));

    // when
    ImageSetReport report = check(folder, THREE_D);

    // then
    assertThat(report.errors()).isEmpty();
    assertThat(report.leftOut()).containsExactly("empty.JPG", "sub/cut.JPG", "text.JPG");
    assertThat(report.imageCount()).isEqualTo(6);
    assertThat(report.warnings())
        .extracting(Finding::code, Finding::message)
        .containsExactly(
            left("EMPTY_FILE", "are empty", "empty.JPG"),
            left("UNREADABLE_FILE", "cannot be read as an image", "text.JPG"),
            left("TRUNCATED_FILE", "are cut off", "sub/cut.JPG"));
  }

  @Test
  void shouldCountOnlyUsablePhotographs() throws IOException {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 4);
    Files.createFile(folder.resolve("empty.JPG"));

    // when
    ImageSetReport report = check(folder, THREE_D);

    // then
    assertThat(report.errors().getFirst().message()).startsWith("4 usable photographs");
  }

  @Test
  void shouldCallManyBadPhotographsABrokenCopy() throws IOException {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 600);
    for (int i = 0; i < 400; i++) {
      Files.createFile(folder.resolve("BAD_%03d.JPG".formatted(i)));
    }

    // when
    ImageSetReport report = check(folder, THREE_D);

    // then
    assertThat(report.errors())
        .extracting(Finding::code, Finding::message)
        .containsExactly(
            tuple(
                "BROKEN_COPY",
                "More than 100 of 1,000 photographs are empty, cut off or unreadable (BAD_000.JPG,"
                    + " BAD_001.JPG, BAD_002.JPG, BAD_003.JPG, BAD_004.JPG, …): copy them again"
                    + " from the camera's card."));
    assertThat(report.leftOut()).hasSize(101);
  }

  @Test
  void shouldTolerateAHundredBadPhotographs() throws IOException {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 5);
    for (int i = 0; i < 100; i++) {
      Files.createFile(folder.resolve("BAD_%03d.JPG".formatted(i)));
    }

    // when / then
    assertThat(check(folder, THREE_D).usable()).isTrue();
  }

  @Test
  void shouldWarnAboutMissingPositions() {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 6);
    for (char name = 'a'; name <= 'g'; name++) {
      JpegFile.photographWithoutPosition().writeTo(folder.resolve(name + ".JPG"));
    }

    // when
    ImageSetReport report = check(folder, THREE_D);

    // then
    assertThat(codes(report.warnings())).containsExactly("NO_GPS");
    assertThat(report.warnings().getFirst().message())
        .startsWith(
            "No GPS position in 7 of 13 photographs (a.JPG, b.JPG, c.JPG, d.JPG, e.JPG, …):");
    assertThat(report.summary().locatedCount()).isEqualTo(6);
  }

  @Test
  void shouldWarnAboutSeveralCameras() {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 6);
    JpegFile.plain(64, 48).takenBy("DJI", "M3T").at(44, -30).writeTo(folder.resolve("t.JPG"));

    // when
    ImageSetReport report = check(folder, THREE_D);

    // then
    assertThat(codes(report.warnings())).containsExactly("MIXED_CAMERAS");
    assertThat(report.warnings().getFirst().message())
        .startsWith("The photographs come from 2 cameras (DJI M3E: 6, DJI M3T: 1):");
    assertThat(report.summary().cameras())
        .containsExactly(Map.entry("DJI M3E", 6), Map.entry("DJI M3T", 1));
  }

  @Test
  void shouldWarnAboutSeveralResolutionsOfOneCamera() {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 6);
    JpegFile.plain(32, 24).takenBy("DJI", "M3E").at(44, -30).writeTo(folder.resolve("small.JPG"));

    // when
    ImageSetReport report = check(folder, THREE_D);

    // then
    assertThat(codes(report.warnings())).containsExactly("MIXED_RESOLUTIONS");
    assertThat(report.warnings().getFirst().message())
        .contains("(64 x 48: 6, 32 x 24: 1)", "unlike the others: small.JPG");
  }

  @Test
  void shouldWarnAboutPicturesThatNoCameraTook() {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 6);
    JpegFile.plain(300, 200).writeTo(folder.resolve("map.jpg"));

    // when
    ImageSetReport report = check(folder, THREE_D);

    // then
    assertThat(codes(report.warnings())).containsExactly("NO_GPS", "NO_CAMERA_DATA");
    assertThat(report.warnings().getLast().message()).contains("1 of 7 pictures (map.jpg)");
  }

  @Test
  void shouldWarnAboutPhotographsFarFromTheRest() {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 6);
    JpegFile.plain(64, 48)
        .takenBy("DJI", "M3E")
        .at(44.017, -30)
        .writeTo(folder.resolve("near.JPG"));
    JpegFile.plain(64, 48).takenBy("DJI", "M3E").at(44.019, -30).writeTo(folder.resolve("far.JPG"));

    // when
    ImageSetReport report = check(folder, THREE_D);

    // then
    assertThat(codes(report.warnings())).containsExactly("FAR_APART");
    assertThat(report.warnings().getFirst().message()).contains("1 of 8 photographs (far.JPG)");
  }

  @Test
  void shouldKeepASetAcrossThe180thMeridianTogether() {
    // given
    Path folder = folder("site");
    JpegFile camera = JpegFile.plain(64, 48).takenBy("DJI", "M3E");
    for (int i = 0; i < 6; i++) {
      double longitude = 179.998 + i * 0.001;
      camera
          .at(-16.5 + i * 0.001, longitude > 180 ? longitude - 360 : longitude)
          .writeTo(folder.resolve(i + ".JPG"));
    }

    // when
    ImageSetReport report = check(folder, THREE_D);

    // then
    assertThat(report.warnings()).isEmpty();
    BoundingBox area = report.summary().area().orElseThrow();
    assertThat(area.south()).isCloseTo(-16.5, within(1e-6));
    assertThat(area.north()).isCloseTo(-16.495, within(1e-6));
    assertThat(area.west()).isCloseTo(179.998, within(1e-6));
    assertThat(area.east()).isCloseTo(-179.997, within(1e-6));
  }

  @Test
  void shouldKnowTheFirstAndTheLastTime() {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 5);
    photograph.on("2026:06:18 10:30:00").writeTo(folder.resolve("b.JPG"));
    photograph.on("2026:06:17 09:00:00").writeTo(folder.resolve("c.JPG"));

    // when
    PhotographSummary summary = check(folder, THREE_D).summary();

    // then
    assertThat(summary.firstTaken()).contains(LocalDateTime.of(2026, 6, 17, 9, 0));
    assertThat(summary.lastTaken()).contains(LocalDateTime.of(2026, 6, 18, 10, 30));
  }

  @Test
  void shouldSayHowEqualNamesAreStored() {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder.resolve("100MEDIA"), 5);
    photograph.writeTo(folder.resolve("101MEDIA"), 5);

    // when
    ImageSetReport report = check(folder, THREE_DGS);

    // then
    assertThat(report.errors()).isEmpty();
    assertThat(codes(report.warnings())).containsExactly("DUPLICATE_NAMES");
    assertThat(report.warnings().getFirst().message())
        .contains("10 files", "(100MEDIA_IMG_0001.JPG, 100MEDIA_IMG_0002.JPG,");
  }

  @Test
  void shouldSayThatLinksAreNotFollowed() throws IOException {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 5);
    Files.createSymbolicLink(folder.resolve("more"), folder("elsewhere"));

    // when / then
    assertThat(codes(check(folder, THREE_D).warnings())).containsExactly("LINKS_SKIPPED");
  }

  @Test
  void shouldSayThatNamesWereChangedOrCannotBeDecoded() {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 5);
    photograph.writeTo(folder.resolve("{x}.JPG"));
    photograph.writeTo(folder.resolve("\uFFFD.JPG"));

    // when / then
    assertThat(codes(check(folder, THREE_D).warnings()))
        .containsExactly("NAMES_CHANGED", "NAMES_NOT_DECODED");
  }

  @Test
  void shouldAcceptACompleteLidarSet() throws IOException {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 5);
    for (String kind : LIDAR_KINDS) {
      Files.writeString(folder.resolve("mission." + kind), "points");
    }

    // when
    ImageSetReport report = check(folder, LIDAR);

    // then
    assertThat(report.errors()).isEmpty();
    assertThat(report.warnings()).isEmpty();
    assertThat(report.fileCount()).isEqualTo(13);
    assertThat(report.imageCount()).isEqualTo(5);
  }

  @Test
  void shouldRefusePhotographsAloneForLidar() {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 5);

    // when / then
    assertThat(codes(check(folder, LIDAR).errors())).containsExactly("LIDAR_FILES_MISSING");
  }

  @Test
  void shouldWarnAboutAnIncompleteLidarSet() throws IOException {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 5);
    Files.writeString(folder.resolve("mission.ldr"), "points");
    Files.createFile(folder.resolve("mission.imu"));

    // when
    ImageSetReport report = check(folder, LIDAR);

    // then
    assertThat(report.errors()).isEmpty();
    assertThat(codes(report.warnings())).containsExactly("LIDAR_FILES_MISSING", "EMPTY_FILE");
    assertThat(report.warnings().getFirst().message()).contains("CLC, CLI, RTB, RTK, RTL, RTS");
    assertThat(report.fileCount()).as("empty files beside the photographs stay").isEqualTo(7);
  }

  @Test
  void shouldTakeTheGivenName() {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 5);

    // when / then
    assertThat(check(folder, " Süd, Tag 1 ").name()).isEqualTo("Süd, Tag 1");
    assertThat(check(folder, "  ").name()).isEqualTo("site");
    assertThat(check(folder, "x".repeat(255)).errors()).isEmpty();
  }

  @Test
  void shouldRefuseANameThatFlightHubDoesNotTake() {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 5);

    // when / then
    assertThat(check(folder, "x".repeat(256)).errors())
        .containsExactly(
            new Finding(
                "NAME_TOO_LONG",
                "The name of the image set has 256 characters; FlightHub takes at most 255: choose a"
                    + " shorter one."));
    assertThat(codes(check(folder, "a\nb").errors())).containsExactly("NAME_NOT_ALLOWED");
  }

  @Test
  void shouldRefuseToCheckForNothing() {
    // when / then
    assertThatThrownBy(() -> check(temporary))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("No reconstruction type");
  }

  @Test
  void shouldNoticeAFileThatDisappearsMeanwhile() {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 8);
    ImageSetCheck check = checkDuring(() -> delete(folder.resolve("IMG_0008.JPG")));

    // when / then
    assertThatThrownBy(() -> check.check(new FolderSource(folder), null, Set.of(THREE_D), LIMITS))
        .isInstanceOf(ImageSetException.class)
        .hasMessageContaining("changed while it was checked (for example \"IMG_0008.JPG\")")
        .extracting("code")
        .isEqualTo(Code.CHANGED);
  }

  @Test
  void shouldNoticeFilesThatArriveOrGrowMeanwhile() {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 8);
    ImageSetCheck arriving = checkDuring(() -> photograph.writeTo(folder.resolve("new.JPG")));
    ImageSetCheck growing =
        checkDuring(
            () -> photograph.followedBy(new byte[9]).writeTo(folder.resolve("IMG_0002.JPG")));

    // when / then
    assertThatThrownBy(
            () -> arriving.check(new FolderSource(folder), null, Set.of(THREE_D), LIMITS))
        .hasMessageContaining("\"new.JPG\"");
    assertThatThrownBy(() -> growing.check(new FolderSource(folder), null, Set.of(THREE_D), LIMITS))
        .hasMessageContaining("\"IMG_0002.JPG\"");
  }

  @Test
  void shouldSayThatTheDiskIsGoneWhenTheFolderVanishesMeanwhile() {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 8);
    ImageSetCheck unplugged = checkDuring(() -> rename(folder, temporary.resolve("unplugged")));

    // when / then
    assertThatThrownBy(
            () -> unplugged.check(new FolderSource(folder), null, Set.of(THREE_D), LIMITS))
        .isInstanceOf(ImageSetException.class)
        .hasMessageContaining("does not exist: check the path and whether its disk is mounted")
        .extracting("code")
        .isEqualTo(Code.FOLDER_MISSING);
  }

  @Test
  void shouldSayWhichPhotographsMayNotBeRead() {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 6);
    PhotographReader reader = new PhotographReader();
    ImageSource locked =
        new CountingSource(new FolderSource(folder)) {
          @Override
          public FileParts parts(SourceFile file) throws IOException {
            if (file.fileName().equals("IMG_0003.JPG")) {
              throw new AccessDeniedException(file.fileName());
            }
            return super.parts(file);
          }
        };

    // when
    ImageSetReport report =
        new ImageSetCheck(reader::read, FileSizeLimit.ONE_REQUEST)
            .check(locked, null, Set.of(THREE_D), LIMITS);

    // then
    assertThat(report.leftOut()).containsExactly("IMG_0003.JPG");
    assertThat(report.warnings())
        .contains(
            new Finding(
                "FORBIDDEN_FILE",
                "Left out 1 of 6 photographs that this user may not read (IMG_0003.JPG): give the"
                    + " worker's user the right to read them if you need them."));
  }

  @Test
  void shouldRefuseFilesThatTheUploadCannotBring() {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 5);
    photograph.followedBy(new byte[5000]).writeTo(folder.resolve("large.JPG"));
    long limit = photograph.bytes().length;

    // when
    ImageSetReport report =
        new ImageSetCheck(new FileSizeLimit(limit))
            .check(new FolderSource(folder), null, Set.of(THREE_D), LIMITS);

    // then
    assertThat(codes(report.errors())).containsExactly("FILE_TOO_LARGE");
    assertThat(report.errors().getFirst().message())
        .contains("1 files (large.JPG)", "flighthub.upload.multipart-from");
  }

  @Test
  void shouldGiveTheSameReportEachTime() throws IOException {
    // given
    Path folder = folder("site");
    photograph.writeTo(folder, 300);
    for (int i = 0; i < 20; i++) {
      Files.createFile(folder.resolve("BAD_%03d.JPG".formatted(i)));
      JpegFile.plain(9, 9).writeTo(folder.resolve("map%02d.jpg".formatted(i)));
    }

    // when / then
    assertThat(check(folder, THREE_D)).isEqualTo(check(folder, THREE_D));
  }

  private static Tuple left(String code, String reason, String name) {
    return tuple(
        code,
        "Left out 1 of 9 photographs whose files %s (%s): copy them again from the camera's card if you need them."
            .formatted(reason, name));
  }

  private static ImageSetCheck checkDuring(Runnable event) {
    PhotographReader reader = new PhotographReader();
    AtomicBoolean first = new AtomicBoolean(true);
    return new ImageSetCheck(
        (source, file) -> {
          if (first.getAndSet(false)) {
            event.run();
          }
          return reader.read(source, file);
        },
        FileSizeLimit.ONE_REQUEST);
  }

  private static void rename(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folder(String name) {
    try {
      return Files.createDirectories(temporary.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ImageSetReport check(Path folder, ReconstructionType... types) {
    return new ImageSetCheck().check(new FolderSource(folder), null, Set.of(types), LIMITS);
  }

  private static ImageSetReport check(Path folder, String name) {
    return new ImageSetCheck().check(new FolderSource(folder), name, Set.of(THREE_D), LIMITS);
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }
}
