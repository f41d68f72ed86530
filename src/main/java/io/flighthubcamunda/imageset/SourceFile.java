package io.flighthubcamunda.imageset;

import java.nio.file.Path;
import java.time.Instant;

/**
 * One file of an image folder, as the folder lists it; its content was not read.
 *
 * @param relativePath path below the image folder, always with {@code /} between its parts
 * @param path where to read it
 * @param size bytes
 * @param modified time of the last change, as fine as the file system keeps it
 * @param image whether its name ends as one of a photograph
 */
public record SourceFile(
    String relativePath, Path path, long size, Instant modified, boolean image) {

  /** The last part of the relative path. */
  public String fileName() {
    return relativePath.substring(relativePath.lastIndexOf('/') + 1);
  }
}
