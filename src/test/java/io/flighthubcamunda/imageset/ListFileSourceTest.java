package io.flighthubcamunda.imageset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.imageset.ImageSetException.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListFileSourceTest {

  private static final Set<ReconstructionType> THREE_D = Set.of(ReconstructionType.THREE_D);

  @TempDir Path temporary;

  private Path root;

  @BeforeEach
  void createRoot() throws IOException {
    root = Files.createDirectory(temporary.toRealPath().resolve("root"));
  }

  @Test
  void shouldTakeWhatTheListNamesAndNothingElse() throws IOException {
    // given
    write("day1/a.JPG", "day1/b.JPG", "day2/a.JPG", "day2/notes.txt");
    var list =
        list(
            "\uFEFF# the north side\r\n\r\nday1/a.JPG\r\n  day2/a.JPG  \r\nday2/notes.txt\r\n"
                + root.resolve("day1/../day1/b.JPG"));

    // when
    ListFileSource source = source(list);

    // then
    assertThat(paths(source.scan(THREE_D)))
        .containsExactly("day1/a.JPG", "day1/b.JPG", "day2/a.JPG");
    assertThat(paths(source.scan(Set.of(ReconstructionType.LIDAR)))).contains("day2/notes.txt");
    assertThat(source.scan(THREE_D).notes()).isEmpty();
  }

  @Test
  void shouldCountPathsFromTheLowestCommonFolder() throws IOException {
    // given
    write("2026/june/day1/a.JPG", "2026/june/day2/deep/a.JPG");

    // when
    ImageSetScan scan =
        source(list("2026/june/day1/a.JPG\n2026/june/day2/deep/a.JPG")).scan(THREE_D);

    // then
    assertThat(paths(scan)).containsExactly("day1/a.JPG", "day2/deep/a.JPG");
  }

  @Test
  void shouldReadTheFilesItLists() throws IOException {
    // given
    write("day1/a.JPG");
    Files.writeString(root.resolve("day1/a.JPG"), "hello");
    ListFileSource source = source(list("day1/a.JPG"));
    SourceFile file = source.scan(THREE_D).files().getFirst();

    // when / then
    source.requireUnchanged(file);
    try (var in = source.open(file, 1)) {
      assertThat(in.readAllBytes()).isEqualTo("ello".getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Test
  void shouldTakeAFileOnceThatIsNamedTwice() throws IOException {
    // given
    write("a.JPG", "b.JPG");
    Files.createSymbolicLink(root.resolve("link.JPG"), root.resolve("a.JPG"));

    // when
    ImageSetScan scan = source(list("a.JPG\nb.JPG\n./a.JPG\nlink.JPG")).scan(THREE_D);

    // then
    assertThat(paths(scan)).containsExactly("a.JPG", "b.JPG");
    assertThat(scan.notes()).extracting(Finding::code).containsExactly("LISTED_TWICE");
    assertThat(scan.notes().getFirst().message()).contains("2 files (a.JPG, a.JPG)");
  }

  @Test
  void shouldNameTheLineOfAMissingFile() throws IOException {
    // given
    write("a.JPG");

    // when / then
    assertRefused(
        "a.JPG\n\n# x\nb.JPG",
        Code.BAD_LIST,
        "Line 4 of the list file",
        "\"b.JPG\"",
        "does not exist");
  }

  @Test
  void shouldRefuseAFolderInTheList() throws IOException {
    // given
    write("day1/a.JPG");

    // when / then
    assertRefused("day1", Code.BAD_LIST, "Line 1", "which is not a file");
  }

  @Test
  void shouldRefuseFilesOutsideOfTheRoots() throws IOException {
    // given
    var outside = Files.write(temporary.resolve("x.JPG"), new byte[] {1});
    Files.createSymbolicLink(root.resolve("link.JPG"), outside);

    // when / then
    assertRefused("../x.JPG", Code.OUTSIDE_ROOTS, "Line 1", "under a configured image root");
    assertRefused("link.JPG", Code.OUTSIDE_ROOTS, "Line 1");
    assertRefused(
        temporary.resolve("not-there.JPG").toString(), Code.OUTSIDE_ROOTS, "under a configured");
  }

  @Test
  void shouldRefuseAListThatIsNoText() throws IOException {
    // given
    var list = Files.write(root.resolve("list.txt"), new byte[] {(byte) 0xFF, (byte) 0xD8, 0x0A});

    // when / then
    assertThatThrownBy(() -> source(list))
        .isInstanceOf(ImageSetException.class)
        .hasMessageContaining("is not UTF-8 text");
    assertRefused("a\u0000b.JPG", Code.BAD_LIST, "Line 1", "cannot be a path");
  }

  @Test
  void shouldListNothingWhenTheListIsEmpty() throws IOException {
    // when / then
    assertThat(source(list("\n# nothing\n")).scan(THREE_D).files()).isEmpty();
  }

  @Test
  void shouldNoticeThatTheListWasWrittenAnew() throws IOException {
    // given
    write("day1/a.JPG", "day2/b.JPG");
    Path list = list("day1/a.JPG");
    ListFileSource source = source(list);

    // when
    list("day1/a.JPG\nday2/b.JPG");

    // then
    assertThatThrownBy(() -> source.scan(THREE_D))
        .isInstanceOf(ImageSetException.class)
        .extracting("code")
        .isEqualTo(Code.CHANGED);
  }

  private void assertRefused(String content, Code code, String... words) throws IOException {
    Path list = list(content);
    assertThatThrownBy(() -> source(list))
        .isInstanceOf(ImageSetException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(words))
        .extracting("code")
        .isEqualTo(code);
  }

  private ListFileSource source(Path list) {
    return new ListFileSource(list, new ImageFolderRoots(List.of(root)));
  }

  private Path list(String content) throws IOException {
    return Files.writeString(root.resolve("list.txt"), content);
  }

  private static List<String> paths(ImageSetScan scan) {
    return scan.files().stream().map(SourceFile::relativePath).toList();
  }

  private void write(String... names) throws IOException {
    for (String name : names) {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, new byte[] {1});
    }
  }
}
