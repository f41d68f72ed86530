package io.flighthubcamunda.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flighthubcamunda.docs.WhatHappensWhen;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldFolderTest {

  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

  @TempDir private Path disk;
  private Path root;
  private Path folder;
  private Path elsewhere;

  @BeforeEach
  void makeFolders() throws IOException {
    disk = disk.toRealPath();
    root = Files.createDirectories(disk.resolve("root"));
    folder = Files.createDirectories(root.resolve("a/b"));
    elsewhere = Files.createDirectories(disk.resolve("elsewhere"));
  }

  private static void write(HeldFolder held, String name) throws IOException {
    try (var channel = held.open(name, NEW)) {
      channel.write(ByteBuffer.wrap(new byte[] {1}));
    }
  }

  /** As somebody would who may write below the root. */
  private void swapForLink(Path path) throws IOException {
    Files.move(path, disk.resolve("moved"));
    Files.createSymbolicLink(path, elsewhere);
  }

  @Test
  void shouldWriteRenameAndDeleteInTheFolder() throws IOException {
    try (var held = HeldFolder.open(root, folder)) {
      // when
      write(held, "x.part");
      held.rename("x.part", "x.zip");
      write(held, "y");
      held.deleteIfExists("y");
      held.deleteIfExists("y");

      // then
      assertThat(folder).isDirectoryContaining("glob:**/x.zip");
      assertThat(held.pathOf("x.zip")).isEqualTo(folder.resolve("x.zip"));
      assertThat(held.freeBytes()).isPositive();
    }
  }

  @Test
  @WhatHappensWhen("a file or folder becomes a link while it is used")
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void shouldStayInTheFolderThoughAPathAboveItBecomesALink() throws IOException {
    try (var held = HeldFolder.open(root, folder)) {
      // when
      write(held, "x.part");
      swapForLink(root.resolve("a"));
      Files.createDirectories(elsewhere.resolve("b"));
      Files.createFile(elsewhere.resolve("b/x.part"));
      write(held, "y");
      held.rename("y", "x.zip");

      // then
      assertThat(elsewhere.resolve("b")).isDirectoryNotContaining("glob:**/{y,x.zip}");
      assertThat(disk.resolve("moved/b")).isDirectoryContaining("glob:**/x.zip");
      assertThatThrownBy(() -> held.pathOf("x.part"))
          .isInstanceOf(FileSystemException.class)
          .hasMessageContaining("replaced by a link");
    }
  }

  @Test
  void shouldFollowNoLinkOnTheWayToTheFolder() throws IOException {
    // given
    Files.createDirectories(elsewhere.resolve("b"));
    swapForLink(root.resolve("a"));

    // then
    assertThatThrownBy(() -> HeldFolder.open(root, folder)).isInstanceOf(IOException.class);
  }

  @Test
  void shouldFollowNoLinkInThePlaceOfTheFile() throws IOException {
    // given
    var victim = Files.writeString(elsewhere.resolve("victim"), "keep me");
    Files.createSymbolicLink(folder.resolve("x.part"), victim);

    // then
    try (var held = HeldFolder.open(root, folder)) {
      assertThatThrownBy(() -> write(held, "x.part")).isInstanceOf(IOException.class);
      write(held, "y");
      held.rename("y", "x.part");
    }
    assertThat(victim).hasContent("keep me");
    assertThat(folder.resolve("x.part")).isRegularFile().isNotEqualTo(victim);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../x", "a/b", "/etc/passwd"})
  void shouldTakeNamesAndNoPaths(String name) throws IOException {
    try (var held = HeldFolder.open(root, folder)) {
      assertThatThrownBy(() -> write(held, name)).isInstanceOf(FileSystemException.class);
      assertThatThrownBy(() -> held.deleteIfExists(name)).isInstanceOf(FileSystemException.class);
    }
  }

  @Test
  void shouldRefuseAFolderThatDoesNotLieBelowTheTrustedOne() {
    assertThatThrownBy(() -> HeldFolder.open(root, elsewhere))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("does not lie below");
  }
}
