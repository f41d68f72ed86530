package io.flighthubcamunda.cli;

import java.util.Locale;

/** Bytes as people read them. */
final class Sizes {

  private Sizes() {}

  static String of(long bytes) {
    if (bytes < 1_000_000) {
      return String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
    }
    return bytes < 1_000_000_000
        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
  }

  /** Such as 0.41/1.07 GB, both in the unit of the second. */
  static String of(long part, long whole) {
    var text = of(whole);
    var unit = text.substring(text.indexOf(' '));
    var one =
        switch (unit) {
          case " kB" -> 1e3;
          case " MB" -> 1e6;
          default -> 1e9;
        };
    var format = unit.equals(" GB") ? "%.2f" : "%.1f";
    return String.format(Locale.ROOT, format + "/%s", part / one, text);
  }
}
