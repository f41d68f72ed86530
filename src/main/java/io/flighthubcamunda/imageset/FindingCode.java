package io.flighthubcamunda.imageset;

import java.util.List;
import java.util.Locale;

/** The codes of {@link Finding}. Their names are part of the contract with processes. */
public enum FindingCode {
  // Photographs that are left out.
  EMPTY_FILE,
  UNREADABLE_FILE,
  TRUNCATED_FILE,
  FORBIDDEN_FILE,
  // The set cannot be reconstructed.
  NO_IMAGES,
  TOO_FEW_IMAGES,
  TOO_MANY_IMAGES,
  BROKEN_COPY,
  FILE_TOO_LARGE,
  LIDAR_FILES_MISSING,
  NAME_TOO_LONG,
  NAME_NOT_ALLOWED,
  // The result may be worse than expected.
  NO_GPS,
  NO_CAMERA_DATA,
  MIXED_CAMERAS,
  MIXED_RESOLUTIONS,
  FAR_APART,
  // Good to know.
  DUPLICATE_NAMES,
  NAMES_CHANGED,
  NAMES_NOT_DECODED,
  LINKS_SKIPPED,
  FOLDERS_LIKE_IMAGES,
  LISTED_TWICE;

  /**
   * @param message one sentence for a person
   */
  public Finding finding(String message) {
    return new Finding(name(), message);
  }

  /**
   * Adds a finding where files were counted.
   *
   * @param message with a place for their number and one for the first few names
   */
  void say(List<Finding> findings, FileTally files, String message) {
    if (!files.isEmpty()) {
      findings.add(finding(String.format(Locale.ROOT, message, files.count(), files.names())));
    }
  }
}
