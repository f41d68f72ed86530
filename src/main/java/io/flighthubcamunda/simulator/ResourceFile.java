package io.flighthubcamunda.simulator;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One registered file and, for a photograph that could be read, what its EXIF says. */
record ResourceFile(String name, String key, long sizeBytes, Optional<ShotInfo> shot) {

  /** Fact sheet 2.3. */
  private static final Set<String> IMAGE_SUFFIXES = Set.of("jpg", "jpeg", "dng", "heic", "heif");

  boolean image() {
    return imageName(name);
  }

  String suffix() {
    return suffix(name);
  }

  static boolean imageName(String name) {
    return IMAGE_SUFFIXES.contains(suffix(name));
  }

  private static String suffix(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
