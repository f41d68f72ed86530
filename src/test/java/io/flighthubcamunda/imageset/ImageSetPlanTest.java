package io.flighthubcamunda.imageset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flighthubcamunda.api.ReconstructionType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageSetPlanTest {

  private static final Instant TIME = Instant.parse("2026-06-18T10:30:00Z");
  private static final BatchLimits WIDE = new BatchLimits(100, Long.MAX_VALUE);

  @Test
  void shouldSplitByNumberOfFiles() {
    // given
    ImageSetScan scan = scan(numbered(250));

    // when
    ImageSetPlan plan = ImageSetPlan.of(scan, List.of(), WIDE);

    // then
    assertThat(plan.batchCount()).isEqualTo(3);
    assertThat(sizes(plan)).containsExactly(100, 100, 50);
    assertThat(plan.fileCount()).isEqualTo(250);
    assertThat(plan.byteCount()).isEqualTo(2500);
    assertThat(plan.batch(3).byteCount()).isEqualTo(500);
    assertThat(plan.batch(2).files().getFirst().source().relativePath()).isEqualTo("IMG_0101.JPG");
  }

  @Test
  void shouldSplitByBytesAndGiveALargeFileABatchOfItsOwn() {
    // given
    ImageSetScan scan =
        scan(
            file("a.JPG", 40),
            file("b.JPG", 60),
            file("c.JPG", 1),
            file("d.LDR", 900),
            file("e.JPG", 1));

    // when
    ImageSetPlan plan = ImageSetPlan.of(scan, List.of(), new BatchLimits(100, 100));

    // then
    assertThat(sizes(plan)).containsExactly(2, 1, 1, 1);
    assertThat(plan.batch(3).files().getFirst().objectName()).isEqualTo("d.LDR");
  }

  @Test
  void shouldSplitHugeFilesWithoutOverflow() {
    // given
    ImageSetScan scan = scan(file("a.LDR", Long.MAX_VALUE), file("b.LDR", Long.MAX_VALUE));

    // when / then
    assertThat(sizes(ImageSetPlan.of(scan, List.of(), WIDE))).containsExactly(1, 1);
  }

  @Test
  void shouldPlanNothingForAnEmptySet() {
    // when
    ImageSetPlan plan = ImageSetPlan.of(scan(), List.of(), WIDE);

    // then
    assertThat(plan.batchCount()).isZero();
    assertThat(plan.fileCount()).isZero();
    assertThatThrownBy(() -> plan.batch(1))
        .hasMessage("There is no batch 1; this image set has 0.");
  }

  @Test
  void shouldRefuseABatchThatDoesNotExist() {
    // given
    ImageSetPlan plan = ImageSetPlan.of(scan(file("a.JPG", 1)), List.of(), WIDE);

    // when / then
    assertThatThrownBy(() -> plan.batch(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> plan.batch(2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldRefuseSenselessLimits() {
    // when / then
    assertThatThrownBy(() -> new BatchLimits(0, 1))
        .hasMessage("A batch may hold 1 to 100 files, not 0.");
    assertThatThrownBy(() -> new BatchLimits(101, 1)).hasMessageContaining("not 101");
    assertThatThrownBy(() -> new BatchLimits(1, 0)).hasMessageContaining("at least 1 byte");
  }

  @Test
  void shouldLeaveOutFiles() {
    // given
    ImageSetScan all = scan(file("a.JPG", 1), file("b.JPG", 2), file("c.txt", 4));

    // when
    ImageSetPlan plan = ImageSetPlan.of(all, List.of("a.JPG", "gone.JPG"), WIDE);

    // then
    assertThat(plan.fileCount()).isEqualTo(2);
    assertThat(plan.imageCount()).isEqualTo(1);
    assertThat(plan.byteCount()).isEqualTo(6);
    assertThat(plan.fingerprint())
        .isEqualTo(
            ImageSetPlan.of(scan(file("b.JPG", 2), file("c.txt", 4)), List.of(), WIDE)
                .fingerprint());
  }

  @Test
  void shouldChangeTheFingerprintWithEveryThingThatMatters() {
    // given
    String before = fingerprint(WIDE, file("a.JPG", 1), file("b.JPG", 2));

    // when / then
    assertThat(before).matches("[0-9a-f]{64}");
    assertThat(fingerprint(WIDE, file("a.JPG", 1), file("b.JPG", 3))).isNotEqualTo(before);
    assertThat(fingerprint(WIDE, file("a.JPG", 1), file("c.JPG", 2))).isNotEqualTo(before);
    assertThat(fingerprint(WIDE, file("a.JPG", 1))).isNotEqualTo(before);
    assertThat(fingerprint(WIDE, file("a.JPG", 1), changed("b.JPG", 2, TIME.plusSeconds(1))))
        .isNotEqualTo(before);
    assertThat(fingerprint(new BatchLimits(1, 100), file("a.JPG", 1), file("b.JPG", 2)))
        .as("another worker's limits would cut the batches elsewhere")
        .isNotEqualTo(before);
  }

  @Test
  void shouldNotMindFractionsOfASecond() {
    // when / then
    assertThat(fingerprint(WIDE, changed("a.JPG", 1, TIME.plusNanos(999_999_999))))
        .isEqualTo(fingerprint(WIDE, file("a.JPG", 1)));
  }

  @Test
  void shouldGiveTheSameBatchesWhateverTheOrderOfCreation(@TempDir Path temporary)
      throws IOException {
    // given
    List<String> names =
        new ArrayList<>(
            IntStream.range(0, 300).mapToObj(i -> "d" + i % 3 + "/ä " + i / 3 + ".JPG").toList());
    Path first = create(temporary.resolve("first"), names);
    Collections.shuffle(names, new Random(7));
    Path second = create(temporary.resolve("second"), names);

    // when
    ImageSetPlan one = plan(first);
    ImageSetPlan other = plan(second);

    // then
    assertThat(one.fingerprint()).isEqualTo(other.fingerprint());
    assertThat(names(one)).isEqualTo(names(other)).doesNotHaveDuplicates().hasSize(300);
  }

  @Test
  void shouldKeepNamesWithSpacesUmlautsAndDots() {
    // when / then
    assertThat(objectNames("a..b.JPG", "Fläche 1 (süd).jpg", "übersicht.JPG", "日本.JPG"))
        .containsExactly("a..b.JPG", "Fläche 1 (süd).jpg", "übersicht.JPG", "日本.JPG");
  }

  @Test
  void shouldPutTheFolderInFrontOfEqualNames() {
    // when / then
    assertThat(
            objectNames(
                "100MEDIA/DJI_0001.JPG",
                "100MEDIA/DJI_0002.JPG",
                "101MEDIA/a/DJI_0001.JPG",
                "DJI_0001.JPG"))
        .containsExactly(
            "100MEDIA_DJI_0001.JPG", "DJI_0002.JPG", "101MEDIA_a_DJI_0001.JPG", "DJI_0001.JPG");
  }

  @Test
  void shouldNotTakeTheNameOfAnotherFileForAPrefixedOne() {
    // when
    List<String> names = objectNames("a/b.JPG", "a_b.JPG", "b.JPG");

    // then
    assertThat(names).doesNotHaveDuplicates().contains("a_b.JPG", "b.JPG");
    assertThat(names.getFirst()).matches("a_b_[0-9a-f]{8}\\.JPG");
  }

  @Test
  void shouldSeparateFoldersThatLookAlikeOnceJoined() {
    // when / then
    assertThat(objectNames("a/b/c.JPG", "a_b/c.JPG", "c.JPG")).doesNotHaveDuplicates();
  }

  @Test
  void shouldTakeUpperAndLowerCaseForDifferentNames() {
    // when / then
    assertThat(objectNames("IMG.JPG", "img.jpg")).containsExactly("IMG.JPG", "img.jpg");
  }

  @Test
  void shouldReplaceCharactersThatTheCallbackRefuses() {
    // when / then
    assertThat(objectNames("a\\b.JPG", "c\nd.JPG", "{fileName}.JPG"))
        .containsExactly("a_b.JPG", "c_d.JPG", "_fileName_.JPG");
    assertThat(objectNames("a_b.JPG", "a{b.JPG", "a}b.JPG")).doesNotHaveDuplicates();
  }

  @Test
  void shouldShortenLongNames() {
    // given
    String folders = "ordner/".repeat(20);
    String first = folders + "ü".repeat(120) + ".JPG";
    String second = "x/" + "ü".repeat(120) + ".JPG";
    String third = folders + "b/" + "ü".repeat(120) + ".JPG";
    String single = "日".repeat(300) + ".jpeg";

    // when
    List<String> names = objectNames(first, third, second, single);

    // then
    assertThat(names).doesNotHaveDuplicates();
    assertThat(names)
        .allSatisfy(
            name ->
                assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255));
    assertThat(names.get(0)).matches("(ordner_)+ü+_[0-9a-f]{8}\\.JPG");
    assertThat(names.get(2)).isEqualTo("x_" + "ü".repeat(120) + ".JPG");
    assertThat(names.get(3)).matches("日+_[0-9a-f]{8}\\.jpeg");
  }

  @Test
  void shouldPlanALongFolderChainFromDisk(@TempDir Path temporary) throws IOException {
    // given
    String chain = ("f".repeat(90) + "/").repeat(4);
    create(
        temporary, List.of(chain + "g".repeat(200) + ".JPG", "other/" + "g".repeat(200) + ".JPG"));

    // when
    List<String> names = names(plan(temporary));

    // then
    assertThat(names).hasSize(2).doesNotHaveDuplicates();
    assertThat(names)
        .allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(255).endsWith(".JPG"));
  }

  private static List<String> objectNames(String... paths) {
    SourceFile[] files = Stream.of(paths).map(path -> file(path, 1)).toArray(SourceFile[]::new);
    return names(ImageSetPlan.of(scan(files), List.of(), WIDE));
  }

  private static List<String> names(ImageSetPlan plan) {
    return IntStream.rangeClosed(1, plan.batchCount())
        .mapToObj(number -> plan.batch(number).files())
        .flatMap(List::stream)
        .map(PlannedFile::objectName)
        .toList();
  }

  private static List<Integer> sizes(ImageSetPlan plan) {
    return IntStream.rangeClosed(1, plan.batchCount())
        .mapToObj(number -> plan.batch(number).files().size())
        .toList();
  }

  private static String fingerprint(BatchLimits limits, SourceFile... files) {
    return ImageSetPlan.of(scan(files), List.of(), limits).fingerprint();
  }

  private static ImageSetPlan plan(Path folder) {
    ImageSetScan scan = new ImageSetScanner().scan(folder, Set.of(ReconstructionType.THREE_D));
    return ImageSetPlan.of(scan, List.of(), WIDE);
  }

  private static Path create(Path folder, List<String> names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, new byte[] {1});
      Files.setLastModifiedTime(file, FileTime.from(TIME));
    }
    return folder;
  }

  private static SourceFile[] numbered(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> file("IMG_%04d.JPG".formatted(i), 10))
        .toArray(SourceFile[]::new);
  }

  private static ImageSetScan scan(SourceFile... files) {
    return new ImageSetScan(List.of(files), List.of());
  }

  private static SourceFile file(String path, long size) {
    return changed(path, size, TIME);
  }

  private static SourceFile changed(String path, long size, Instant time) {
    return new SourceFile(path, size, time, path.toLowerCase(Locale.ROOT).matches(".*\\.jpe?g"));
  }
}
