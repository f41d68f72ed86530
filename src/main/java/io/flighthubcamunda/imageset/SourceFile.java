package io.flighthubcamunda.imageset;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One file of an image set, as its source lists it; its content was not read. Small, because a set
 * has tens of thousands.
 *
 * @param relativePath path below the image folder, always with {@code /} between its parts
 * @param size bytes
 * @param modified time of the last change, as fine as the source keeps it
 * @param image whether its name ends as one of a photograph
 * @param version what the source says of the content besides size and time, such as an ETag; empty
 *     where it says nothing
 * @param handle by what the source finds the file again; empty where the relative path is enough
 */
public record SourceFile(
    String relativePath,
    long size,
    Instant modified,
    boolean image,
    String version,
    String handle) {

  /** A file whose source knows nothing of versions and finds it by its path. */
  public SourceFile(String relativePath, long size, Instant modified, boolean image) {
    this(relativePath, size, modified, image, "", "");
  }

  /**
   * Holds what the source says now against what the scan saw. Seconds are enough, and all that some
   * sources keep.
   *
   * @throws SourceFileChangedException when size or time differ
   */
  public void requireSame(long sizeNow, Instant modifiedNow) {
    var seconds = modifiedNow.truncatedTo(ChronoUnit.SECONDS);
    if (sizeNow != size || !seconds.equals(modified.truncatedTo(ChronoUnit.SECONDS))) {
      throw new SourceFileChangedException(
          "%s changed after the check: it had %,d bytes of %s and has %,d bytes of %s now."
              .formatted(relativePath, size, modified, sizeNow, seconds));
    }
  }

  /** The last part of the relative path. */
  public String fileName() {
    return relativePath.substring(relativePath.lastIndexOf('/') + 1);
  }
}
