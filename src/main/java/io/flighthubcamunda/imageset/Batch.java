package io.flighthubcamunda.imageset;

import java.util.List;

/**
 * The files that are uploaded with one credential and registered with one callback.
 *
 * @param number counts from 1
 * @param files 1 to 100 files, in the order of the image set
 */
public record Batch(int number, List<PlannedFile> files) {

  public Batch {
    files = List.copyOf(files);
  }

  /** Sum of the file sizes in bytes. */
  public long byteCount() {
    return files.stream().mapToLong(file -> file.source().size()).sum();
  }
}
