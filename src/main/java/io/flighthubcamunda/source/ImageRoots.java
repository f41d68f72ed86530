package io.flighthubcamunda.source;

import io.flighthubcamunda.imageset.ImageFolderRoots;
import io.flighthubcamunda.imageset.ImageSetException;
import io.flighthubcamunda.imageset.ImageSetException.Code;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What may be read: folders, and places in buckets. The name of an image set comes out of a process
 * variable, so whoever may start a process may name one.
 */
public final class ImageRoots {

  private final ImageFolderRoots folders;
  private final List<S3Location> buckets;
  private final boolean everyBucket;

  private ImageRoots(ImageFolderRoots folders, List<S3Location> buckets, boolean everyBucket) {
    this.folders = folders;
    this.buckets = List.copyOf(buckets);
    this.everyBucket = everyBucket;
  }

  /**
   * @param roots folders, and places such as {@code s3://bucket/prefix}; an empty list allows
   *     nothing
   * @throws ImageSetException when a root is no place in a bucket though it begins with {@code s3:}
   */
  public static ImageRoots of(List<String> roots) {
    List<Path> folders = new ArrayList<>();
    List<S3Location> buckets = new ArrayList<>();
    for (String root : roots) {
      if (S3Location.isMeant(root)) {
        buckets.add(S3Location.parse(root));
      } else if (!root.isBlank()) {
        folders.add(Path.of(root));
      }
    }
    return new ImageRoots(new ImageFolderRoots(folders), buckets, false);
  }

  /** Everything that this user may read: for a person at a terminal. */
  public static ImageRoots ofThisUser() {
    List<Path> disks = new ArrayList<>();
    FileSystems.getDefault().getRootDirectories().forEach(disks::add);
    return new ImageRoots(new ImageFolderRoots(disks), List.of(), true);
  }

  ImageFolderRoots folders() {
    return folders;
  }

  /**
   * @throws ImageSetException OUTSIDE_ROOTS
   */
  void requireAllowed(S3Location location) {
    if (!everyBucket && buckets.stream().noneMatch(root -> root.holds(location))) {
      throw new ImageSetException(
          Code.OUTSIDE_ROOTS,
          "%s does not lie under a configured image root (%s)."
              .formatted(
                  location,
                  buckets.isEmpty()
                      ? "no bucket is among them"
                      : buckets.stream()
                          .map(S3Location::toString)
                          .collect(Collectors.joining(", "))));
    }
  }
}
