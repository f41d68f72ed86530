package io.flighthubcamunda.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes small files so that nobody ever reads half of one. */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Replaces what is there under this name.
   *
   * @param target in a folder that exists
   * @throws ResultException when the folder cannot be written
   */
  public static void write(Path target, byte[] content) {
    var part = target.resolveSibling("." + target.getFileName() + "-" + UUID.randomUUID());
    try {
      Files.write(part, content);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      discard(part);
      throw new ResultException(
          "The file %s could not be written (%s). Check the disk space and its permissions."
              .formatted(target, e.getMessage()),
          true,
          e);
    }
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // The error at hand matters more than a leftover.
    }
  }
}
