package io.flighthubcamunda.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFolderTest {

  @TempDir private Path disk;
  private Path root;
  private ResultFolder folders;

  @BeforeEach
  void createRoot() throws IOException {
    disk = disk.toRealPath();
    root = disk.resolve("results");
    folders = new ResultFolder(root);
  }

  private Path created(String folder) {
    return folders.create(folders.resolve(folder, "Site 12", "2f0c7b1e"));
  }

  @Test
  void shouldMakeAFolderOfItsOwnForAnImageSet() {
    assertThat(created(null)).isEqualTo(root.resolve("Site-12-2f0c7b1e")).isDirectory();
    assertThat(created("  ")).isEqualTo(root.resolve("Site-12-2f0c7b1e"));
  }

  @Test
  void shouldTakeARelativeAndAnAbsoluteFolderBelowTheRoot() {
    assertThat(created("a/b")).isEqualTo(root.resolve("a/b")).isDirectory();
    assertThat(created(root.resolve("c").toString())).isEqualTo(root.resolve("c")).isDirectory();
    assertThat(created("a/../d")).isEqualTo(root.resolve("d")).isDirectory();
    assertThat(created(".")).isEqualTo(root);
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../elsewhere", "a/../../elsewhere", "/", "/tmp", "../results2"})
  void shouldRefuseAFolderOutsideOfTheRoot(String folder) {
    assertThatThrownBy(() -> created(folder))
        .isInstanceOfSatisfying(ResultException.class, e -> assertThat(e.passing()).isFalse())
        .hasMessageContaining("lies outside " + root)
        .hasMessageContaining("flighthub.result-root");
  }

  @Test
  void shouldRefuseALinkThatLeadsOut() throws IOException {
    // given
    var elsewhere = Files.createDirectories(disk.resolve("elsewhere"));
    Files.createDirectories(root);
    Files.createSymbolicLink(root.resolve("link"), elsewhere);

    // then
    assertThatThrownBy(() -> created("link")).hasMessageContaining("lies outside");
    assertThatThrownBy(() -> created("link/new")).hasMessageContaining("lies outside");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void shouldRefuseALinkToNothing() throws IOException {
    // given
    Files.createDirectories(root);
    Files.createSymbolicLink(root.resolve("link"), disk.resolve("not-there"));

    // then
    assertThatThrownBy(() -> created("link/new")).isInstanceOf(ResultException.class);
    assertThat(disk.resolve("not-there")).doesNotExist();
  }

  @Test
  void shouldTakeALinkThatStaysInsideAndARootThatIsALink() throws IOException {
    // given
    var real = Files.createDirectories(disk.resolve("real"));
    Files.createSymbolicLink(root, real);
    Files.createDirectories(real.resolve("a"));
    Files.createSymbolicLink(real.resolve("link"), real.resolve("a"));

    // then
    assertThat(created("link")).isEqualTo(real.resolve("a"));
    assertThat(created("b")).isEqualTo(real.resolve("b"));
  }

  @Test
  void shouldSayThatAFileStandsWhereAFolderShould() throws IOException {
    // given
    Files.createDirectories(root);
    Files.writeString(root.resolve("taken"), "a file");

    // then
    for (var folder : new String[] {"taken", "taken/deeper"}) {
      assertThatThrownBy(() -> created(folder))
          .isInstanceOfSatisfying(ResultException.class, e -> assertThat(e.passing()).isFalse())
          .hasMessageContaining("The result folder " + root.resolve(folder))
          .hasMessageContaining("is a file");
    }
  }

  @Test
  void shouldSayThatTheRootItselfIsAFile() throws IOException {
    // given
    Files.writeString(root, "a file");

    // then
    assertThatThrownBy(() -> created("a"))
        .isInstanceOf(ResultException.class)
        .hasMessageContaining("is a file");
  }

  @Test
  void shouldRefuseANameThatIsNoPath() {
    assertThatThrownBy(() -> created("a\u0000b"))
        .isInstanceOf(ResultException.class)
        .hasMessageContaining("no path");
  }

  @ParameterizedTest
  @CsvSource({
    "Site 12, Site-12",
    "Südhang, Südhang",
    "../../etc, etc",
    "'', result",
    "..., result",
    "'a/b\\c:d*e', a-b-c-d-e",
    "' .hidden ', hidden",
  })
  void shouldMakeANameThatEveryDiskTakes(String name, String fileName) {
    assertThat(ResultFolder.fileName(name)).isEqualTo(fileName);
  }

  @Test
  void shouldShortenALongName() {
    assertThat(ResultFolder.fileName("x".repeat(300))).hasSize(100);
  }
}
