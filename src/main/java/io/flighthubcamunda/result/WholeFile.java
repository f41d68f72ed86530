package io.flighthubcamunda.result;

import io.flighthubcamunda.files.HeldFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;

/** Writes small files so that nobody ever reads half of one. */
public final class WholeFile {

  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private WholeFile() {}

  /**
   * Replaces what is there under this name.
   *
   * @param target in a folder that exists
   * @throws ResultException when the folder cannot be written
   */
  public static void write(Path target, byte[] content) {
    var folder = target.toAbsolutePath().getParent();
    try (var held = HeldFolder.open(folder, folder)) {
      write(held, target.getFileName().toString(), content);
    } catch (IOException e) {
      throw notWritten(target, e);
    }
  }

  /**
   * The same in a folder that stays what it is.
   *
   * @return where it was written
   */
  public static Path write(HeldFolder folder, String name, byte[] content) {
    var target = folder.path().resolve(name);
    var part = ".%s-%s".formatted(name, UUID.randomUUID());
    try {
      try (var file = folder.open(part, NEW)) {
        var bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
      }
      folder.rename(part, name);
      return target;
    } catch (IOException e) {
      discard(folder, part);
      throw notWritten(target, e);
    }
  }

  private static ResultException notWritten(Path target, IOException e) {
    return new ResultException(
        "The file %s could not be written (%s). Check the disk space and its permissions."
            .formatted(target, e.getMessage()),
        true,
        e);
  }

  private static void discard(HeldFolder folder, String part) {
    try {
      folder.deleteIfExists(part);
    } catch (IOException e) {
      // The error at hand matters more than a leftover.
    }
  }
}
