package io.flighthubcamunda.imageset;

import java.util.List;
import java.util.Locale;

/**
 * How large one file may be.
 *
 * @param bytes the most that the upload can bring to a store, at least 1
 */
public record FileSizeLimit(long bytes) {

  /** The most that S3 takes in one PUT request: 5 GiB. */
  public static final FileSizeLimit ONE_REQUEST = new FileSizeLimit(5L << 30);

  /** The most that S3 takes in parts: 5 TiB. */
  public static final FileSizeLimit IN_PARTS = new FileSizeLimit(5L << 40);

  /**
   * What one file may have when larger ones are sent in parts.
   *
   * @param multipartFrom bytes from which a file is sent in parts; more than any file has for never
   */
  public static FileSizeLimit whenInPartsFrom(long multipartFrom) {
    return multipartFrom <= ONE_REQUEST.bytes ? IN_PARTS : ONE_REQUEST;
  }

  List<Finding> findings(ImageSetPlan plan) {
    FileTally tooLarge = new FileTally();
    plan.files().stream()
        .map(PlannedFile::source)
        .filter(file -> file.size() > bytes)
        .forEach(file -> tooLarge.add(file.relativePath()));
    if (tooLarge.isEmpty()) {
      return List.of();
    }
    return List.of(
        FindingCode.FILE_TOO_LARGE.finding(
            String.format(
                Locale.ROOT,
                "Larger than the %,d bytes that a store takes%s: %,d files (%s); %s.",
                bytes,
                bytes < IN_PARTS.bytes ? " in one request" : "",
                tooLarge.count(),
                tooLarge.names(),
                bytes < IN_PARTS.bytes
                    ? "let large files be sent in parts with flighthub.upload.multipart-from, or"
                        + " take them out"
                    : "take them out")));
  }
}
