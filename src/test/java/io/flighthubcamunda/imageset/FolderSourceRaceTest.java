package io.flighthubcamunda.imageset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.docs.WhatHappensWhen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Between the check and the upload lie minutes in which others may move folders and links. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class FolderSourceRaceTest {

  private static final String SECRET = "of somebody else";

  @TempDir private Path disk;
  private Path root;
  private Path outside;
  private FolderSource images;
  private SourceFile file;

  @BeforeEach
  void checkAFolder() throws IOException {
    disk = disk.toRealPath();
    root = Files.createDirectories(disk.resolve("root"));
    outside = Files.createDirectories(disk.resolve("outside"));
    Files.createDirectories(root.resolve("quarry/day-1"));
    Files.writeString(root.resolve("quarry/day-1/A.JPG"), "photograph.......");
    Files.createDirectories(outside.resolve("day-1"));
    Files.writeString(outside.resolve("A.JPG"), SECRET);
    Files.writeString(outside.resolve("day-1/A.JPG"), SECRET);
    images = new FolderSource(root.resolve("quarry"), List.of(root));
    file = images.scan(Set.of(ReconstructionType.THREE_D)).files().getFirst();
  }

  private void swapForLink(Path path, Path target) throws IOException {
    Files.move(path, disk.resolve("moved"));
    Files.createSymbolicLink(path, target);
  }

  private void assertNothingIsRead() {
    assertThatThrownBy(() -> images.open(file, 0)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> images.parts(file)).isInstanceOf(IOException.class);
  }

  @Test
  void shouldReadTheFileThatWasChecked() throws IOException {
    try (var in = images.open(file, 0)) {
      assertThat(in).hasContent("photograph.......");
    }
  }

  @Test
  @WhatHappensWhen("a file or folder becomes a link while it is used")
  void shouldNotFollowALinkThatTookTheFilesPlace() throws IOException {
    // when
    swapForLink(root.resolve("quarry/day-1/A.JPG"), outside.resolve("A.JPG"));

    // then
    assertNothingIsRead();
  }

  @Test
  @WhatHappensWhen("a file or folder becomes a link while it is used")
  void shouldNotFollowALinkThatTookAFoldersPlace() throws IOException {
    // when
    swapForLink(root.resolve("quarry/day-1"), outside);

    // then
    assertNothingIsRead();
  }

  @Test
  @WhatHappensWhen("a file or folder becomes a link while it is used")
  void shouldNotFollowALinkThatTookThePlaceOfTheWholeImageFolder() throws IOException {
    // when
    swapForLink(root.resolve("quarry"), outside);

    // then
    assertNothingIsRead();
  }

  @Test
  void shouldTakeARootThatIsReachedByALink() throws IOException {
    // given
    var link = Files.createSymbolicLink(disk.resolve("mount"), root);
    var roots = new ImageFolderRoots(List.of(link));

    // when
    var source = new FolderSource(roots.resolve(link.resolve("quarry").toString()), roots.real());

    // then
    try (var in = source.open(file, 0)) {
      assertThat(in).hasContent("photograph.......");
    }
  }
}
