package io.flighthubcamunda.imageset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.flighthubcamunda.imageset.ImageSetException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderRootsTest {

  @TempDir Path temporary;

  private Path root;
  private Path outside;
  private ImageFolderRoots roots;

  @BeforeEach
  void makeFolders() throws IOException {
    root = Files.createDirectories(temporary.toRealPath().resolve("photos"));
    outside = Files.createDirectories(temporary.toRealPath().resolve("photos-of-others"));
    roots = new ImageFolderRoots(List.of(root));
  }

  @Test
  void shouldResolveAFolderUnderARoot() throws IOException {
    // given
    Path site = Files.createDirectories(root.resolve("Baustelle Süd/Tag 1"));

    // when / then
    assertThat(roots.resolve(site.toString())).isEqualTo(site);
    assertThat(roots.resolve(root.toString())).isEqualTo(root);
    assertThat(roots.resolve(site + "/../Tag 1/.")).isEqualTo(site);
  }

  @Test
  void shouldTakeARelativeFolderFromTheFirstRootThatHasIt() throws IOException {
    // given
    Path second = Files.createDirectories(temporary.toRealPath().resolve("more/site"));
    ImageFolderRoots both = new ImageFolderRoots(List.of(root, second.getParent()));

    // when / then
    assertThat(both.resolve("site")).isEqualTo(second);
  }

  @Test
  void shouldResolveALinkThatStaysUnderTheRoots() throws IOException {
    // given
    Path site = Files.createDirectories(root.resolve("site"));
    Path link = Files.createSymbolicLink(root.resolve("latest"), site);
    Path linkFromOutside = Files.createSymbolicLink(outside.resolve("site"), site);

    // when / then
    assertThat(roots.resolve(link.toString())).isEqualTo(site);
    assertThat(roots.resolve(linkFromOutside.toString())).isEqualTo(site);
  }

  @Test
  void shouldAllowARootThatIsALink() throws IOException {
    // given
    Path site = Files.createDirectories(root.resolve("site"));
    Path linkedRoot = Files.createSymbolicLink(temporary.resolve("linked"), root);
    ImageFolderRoots linked = new ImageFolderRoots(List.of(linkedRoot));

    // when / then
    assertThat(linked.resolve(linkedRoot.resolve("site").toString())).isEqualTo(site);
  }

  @Test
  void shouldRefuseAFolderOutsideOfTheRoots() {
    // when / then
    refusal(outside.toString(), Code.OUTSIDE_ROOTS)
        .withMessage(
            "The image folder \"%s\" does not lie under a configured image root (the roots are %s).",
            outside, root);
  }

  @Test
  void shouldRefuseToLeaveARootByDotsOrByALink() throws IOException {
    // given
    Files.createSymbolicLink(root.resolve("link"), outside);

    // when / then
    refusal(root + "/../photos-of-others", Code.OUTSIDE_ROOTS);
    refusal("../photos-of-others", Code.OUTSIDE_ROOTS);
    refusal(root.resolve("link").toString(), Code.OUTSIDE_ROOTS);
  }

  @Test
  void shouldNotTellWhatExistsOutsideOfTheRoots() {
    // when / then
    refusal(outside.resolve("not-there").toString(), Code.OUTSIDE_ROOTS);
    refusal(root + "/../not-there", Code.OUTSIDE_ROOTS);
  }

  @Test
  void shouldAllowNothingWithoutRoots() {
    // given
    ImageFolderRoots none = new ImageFolderRoots(List.of());

    // when / then
    assertThatThrownBy(() -> none.resolve(root.toString()))
        .isInstanceOf(ImageSetException.class)
        .hasMessageEndingWith("(no image root is configured).");
  }

  @Test
  void shouldIgnoreARootThatIsNotMounted() {
    // given
    ImageFolderRoots both = new ImageFolderRoots(List.of(temporary.resolve("not-mounted"), root));

    // when / then
    assertThat(both.resolve(root.toString())).isEqualTo(root);
  }

  @Test
  void shouldSayThatAFolderIsMissing() {
    // when / then
    refusal(root.resolve("site").toString(), Code.FOLDER_MISSING)
        .withMessageContaining("does not exist");
    refusal("site", Code.FOLDER_MISSING).withMessageContaining("\"site\" does not exist");
  }

  @Test
  void shouldSayThatNoFolderWasNamed() {
    // when / then
    refusal(null, Code.FOLDER_MISSING).withMessageContaining("No image folder was named");
    refusal("  ", Code.FOLDER_MISSING).withMessageContaining("No image folder was named");
    refusal("site\0", Code.FOLDER_MISSING).withMessageContaining("cannot be a path");
  }

  @Test
  void shouldSayThatAFileIsNoFolder() throws IOException {
    // given
    Path file = Files.createFile(root.resolve("a.JPG"));

    // when / then
    refusal(file.toString(), Code.NOT_A_FOLDER).withMessageContaining("is not a folder");
  }

  @Test
  void shouldSayThatAFolderMayNotBeRead() throws IOException {
    // given
    Path locked = Files.createDirectories(root.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(locked)).as("run by a user who may read everything").isFalse();

    // when / then
    refusal(locked.toString(), Code.UNREADABLE).withMessageContaining("may not be read");
  }

  private ThrowableAssertAlternative<ImageSetException> refusal(String folder, Code code) {
    return assertThatExceptionOfType(ImageSetException.class)
        .isThrownBy(() -> roots.resolve(folder))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }
}
