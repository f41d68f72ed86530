package io.flighthubcamunda.imageset;

import java.util.List;

/**
 * The result of checking an image set.
 *
 * @param name the image set's name, as FlightHub will show it
 * @param location the text that leads to the source again; for a folder, its real path
 * @param fingerprint of the plan without the files that are left out
 * @param fileCount files to upload
 * @param imageCount photographs among them
 * @param byteCount bytes to upload
 * @param batchCount batches to upload
 * @param leftOut relative paths of unusable photographs
 * @param warnings what a person should know; the set can be reconstructed all the same
 * @param errors why the set cannot be reconstructed; empty when it can
 * @param summary what the photographs say about themselves
 */
public record ImageSetReport(
    String name,
    String location,
    String fingerprint,
    int fileCount,
    int imageCount,
    long byteCount,
    int batchCount,
    List<String> leftOut,
    List<Finding> warnings,
    List<Finding> errors,
    PhotographSummary summary) {

  public ImageSetReport {
    leftOut = List.copyOf(leftOut);
    warnings = List.copyOf(warnings);
    errors = List.copyOf(errors);
  }

  /** Whether the set can go to FlightHub. */
  public boolean usable() {
    return errors.isEmpty();
  }
}
