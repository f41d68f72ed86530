package io.flighthubcamunda.result;

import io.flighthubcamunda.files.HeldFolder;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Where results may be written: below one configured root, after resolving links, because a process
 * variable is untrusted input.
 */
public final class ResultFolder {

  private static final int LONGEST_NAME = 100;

  private final Path root;

  /**
   * @param root is made when it is not there yet
   */
  public ResultFolder(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /**
   * The folder that a process names, or one of its own for the image set.
   *
   * @param folder absolute, or relative to the root; empty for the default
   * @param imageSetName names the default folder
   * @param resourceUuid makes the default folder's name unique
   * @throws ResultException when the folder would lie outside the root
   */
  public Path resolve(String folder, String imageSetName, String resourceUuid) {
    var wanted =
        folder == null || folder.isBlank()
            ? root.resolve(fileName(imageSetName) + "-" + fileName(resourceUuid))
            : named(folder);
    if (!wanted.startsWith(root)) {
      throw outside(wanted);
    }
    return wanted;
  }

  /**
   * Makes the folder.
   *
   * @throws ResultException when it, or a link on its way, leads out of the root
   */
  public Path create(Path folder) {
    try {
      Files.createDirectories(root);
      var realRoot = root.toRealPath();
      var existing = folder;
      while (!Files.exists(existing)) {
        existing = existing.getParent();
      }
      if (!existing.toRealPath().startsWith(realRoot)) {
        throw outside(folder);
      }
      if (!Files.isDirectory(existing)) {
        throw taken(folder, existing.toString());
      }
      var real = Files.createDirectories(folder).toRealPath();
      if (!real.startsWith(realRoot)) {
        throw outside(folder);
      }
      return real;
    } catch (FileAlreadyExistsException e) {
      throw taken(folder, e.getFile());
    } catch (IOException e) {
      throw new ResultException(
          "The result folder %s can't be written (%s). Make it writable for the worker."
              .formatted(folder, e.getMessage()),
          false,
          e);
    }
  }

  /**
   * Makes the folder and holds it, so that what is written goes there and nowhere else even when
   * the path becomes a link meanwhile.
   *
   * @param folder as {@link #resolve} gave it
   * @throws ResultException when it, or a link on its way, leads out of the root
   */
  public HeldFolder hold(Path folder) {
    var real = create(folder);
    try {
      return HeldFolder.open(root.toRealPath(), real);
    } catch (IOException e) {
      throw new ResultException(
          "The result folder %s became another one just now (%s)."
              .formatted(folder, e.getMessage()),
          true,
          e);
    }
  }

  private Path named(String folder) {
    try {
      return root.resolve(folder).normalize();
    } catch (InvalidPathException e) {
      throw new ResultException(
          "The result folder is no path: %s.".formatted(e.getReason()), false, e);
    }
  }

  private static ResultException taken(Path folder, String by) {
    return new ResultException(
        "The result folder %s can't be made: %s is a file or a broken link. Choose another one."
            .formatted(folder, by),
        false,
        null);
  }

  private ResultException outside(Path folder) {
    return new ResultException(
        "The result folder %s lies outside %s. Choose a folder below it, or change"
                .formatted(folder, root)
            + " flighthub.result-root.",
        false,
        null);
  }

  /** A name of letters, digits, dots and dashes that every file system takes. */
  public static String fileName(String name) {
    var plain = name.strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
    var shortened = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    return shortened.isEmpty() ? "result" : shortened;
  }
}
