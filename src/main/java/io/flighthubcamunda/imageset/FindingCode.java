package io.flighthubcamunda.imageset;

/** The codes of {@link Finding}. Their names are part of the contract with processes. */
public enum FindingCode {
  // Photographs that are left out.
  EMPTY_FILE,
  UNREADABLE_FILE,
  TRUNCATED_FILE,
  // The set cannot be reconstructed.
  NO_IMAGES,
  TOO_FEW_IMAGES,
  TOO_MANY_IMAGES,
  BROKEN_COPY,
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
  LINKS_SKIPPED;

  Finding finding(String message) {
    return new Finding(name(), message);
  }
}
