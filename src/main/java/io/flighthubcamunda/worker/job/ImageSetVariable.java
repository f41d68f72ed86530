package io.flighthubcamunda.worker.job;

import io.flighthubcamunda.imageset.ImageSetReport;
import java.util.List;

/**
 * The process variable {@code imageSet}: what the check saw. File names are derived again from the
 * folder and guarded by the fingerprint, so that the variable stays small.
 *
 * @param folder where it is, in the words of the variable {@code imageFolder}: a real path on the
 *     workers, or an address such as {@code s3://bucket/prefix}
 * @param fileCount files to upload
 * @param byteCount their size
 * @param leftOut relative paths of unusable files
 * @param warnings sentences for a person
 */
public record ImageSetVariable(
    String name,
    String folder,
    String fingerprint,
    int fileCount,
    int imageCount,
    long byteCount,
    int batchCount,
    List<String> leftOut,
    List<String> warnings) {

  public ImageSetVariable {
    leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
  }

  static ImageSetVariable of(ImageSetReport report) {
    return new ImageSetVariable(
        report.name(),
        report.location(),
        report.fingerprint(),
        report.fileCount(),
        report.imageCount(),
        report.byteCount(),
        report.batchCount(),
        report.leftOut(),
        report.warnings().stream().map(finding -> finding.message()).toList());
  }
}
