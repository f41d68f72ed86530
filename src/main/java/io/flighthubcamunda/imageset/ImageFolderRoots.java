package io.flighthubcamunda.imageset;

import io.flighthubcamunda.imageset.ImageSetException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folders below which image sets may lie. A folder's name comes out of a process variable, so
 * whoever may start a process may name one; only what lies under a root is ever read.
 *
 * @param roots the allowed folders; an empty list allows nothing
 */
public record ImageFolderRoots(List<Path> roots) {

  public ImageFolderRoots {
    roots = roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
  }

  /**
   * The real path of an image folder.
   *
   * @param folder an absolute path, or one relative to a root (the first root that has it)
   * @return the path with all links resolved, which lies under the real path of a root
   * @throws ImageSetException OUTSIDE_ROOTS, FOLDER_MISSING, NOT_A_FOLDER or UNREADABLE
   */
  public Path resolve(String folder) {
    Path real = resolveAny(folder);
    if (!Files.isDirectory(real)) {
      throw new ImageSetException(
          Code.NOT_A_FOLDER,
          "\"%s\" is not a folder: name the folder that holds the photographs.".formatted(folder));
    }
    if (!Files.isReadable(real) || !Files.isExecutable(real)) {
      throw unreadable(folder, null);
    }
    return real;
  }

  /**
   * The real path of a folder or a file.
   *
   * @param path as for {@link #resolve}
   * @throws ImageSetException OUTSIDE_ROOTS, FOLDER_MISSING or UNREADABLE
   */
  public Path resolveAny(String path) {
    Path real = realPath(path, locate(parse(path)));
    if (!contains(real)) {
      throw outside(path);
    }
    return real;
  }

  private static Path parse(String folder) {
    if (folder == null || folder.isBlank()) {
      throw new ImageSetException(
          Code.FOLDER_MISSING, "No image folder was named: give the path of a folder.");
    }
    try {
      return Path.of(folder);
    } catch (InvalidPathException e) {
      throw new ImageSetException(
          Code.FOLDER_MISSING,
          "The image folder's name cannot be a path on this machine (%s).".formatted(e.getReason()),
          e);
    }
  }

  private Path locate(Path folder) {
    if (folder.isAbsolute() || roots.isEmpty()) {
      return folder.toAbsolutePath();
    }
    List<Path> candidates = roots.stream().map(root -> root.resolve(folder)).toList();
    return candidates.stream().filter(Files::exists).findFirst().orElse(candidates.getFirst());
  }

  private Path realPath(String folder, Path named) {
    try {
      return named.toRealPath();
    } catch (IOException e) {
      // Outside of the roots nobody learns what exists and what does not.
      if (!isUnderRoot(named.normalize())) {
        throw outside(folder);
      }
      if (Files.notExists(named)) {
        throw new ImageSetException(
            Code.FOLDER_MISSING,
            "The image folder \"%s\" does not exist: check the path and whether its disk is mounted."
                .formatted(folder),
            e);
      }
      if (Files.isSymbolicLink(named)) {
        throw new ImageSetException(
            Code.UNREADABLE,
            "The image folder \"%s\" is a symbolic link that leads nowhere, perhaps in a circle."
                .formatted(folder),
            e);
      }
      throw unreadable(folder, e);
    }
  }

  private boolean isUnderRoot(Path path) {
    return roots.stream().anyMatch(path::startsWith);
  }

  /** Whether a real path lies under the real path of a root. */
  public boolean contains(Path real) {
    return everyReal().anyMatch(real::startsWith);
  }

  /**
   * The real paths of the roots, without those of whole disks: where everything may be read, no
   * link leads out.
   */
  public List<Path> real() {
    return everyReal().filter(root -> root.getNameCount() > 0).toList();
  }

  private Stream<Path> everyReal() {
    return roots.stream().flatMap(ImageFolderRoots::real);
  }

  /** A root that is not there (a disk not mounted) holds nothing; the others still count. */
  private static Stream<Path> real(Path root) {
    try {
      return Stream.of(root.toRealPath());
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private ImageSetException outside(String folder) {
    String allowed =
        roots.isEmpty()
            ? "no image root is configured"
            : "the roots are "
                + roots.stream().map(Path::toString).collect(Collectors.joining(", "));
    return new ImageSetException(
        Code.OUTSIDE_ROOTS,
        "The image folder \"%s\" does not lie under a configured image root (%s)."
            .formatted(folder, allowed));
  }

  private static ImageSetException unreadable(String folder, IOException cause) {
    return new ImageSetException(
        Code.UNREADABLE,
        "The image folder \"%s\" may not be read: check its permissions for this user."
            .formatted(folder),
        cause);
  }
}
