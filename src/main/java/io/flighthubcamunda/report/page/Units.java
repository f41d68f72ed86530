package io.flighthubcamunda.report.page;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Quantities as the page writes them. */
final class Units {

  static final String UNKNOWN = "unknown";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private Units() {}

  static String count(long number) {
    return text("%,d", number);
  }

  static String bytes(long bytes) {
    return bytes < 1_000_000_000 ? text("%.1f MB", bytes / 1e6) : text("%.2f GB", bytes / 1e9);
  }

  /** Unknown for NaN. */
  static String percent(double share) {
    return Double.isNaN(share) ? UNKNOWN : text("%.0f %%", 100 * share);
  }

  /** Metres of ground that a pixel shows. */
  static String groundSampling(double metres) {
    return Double.isNaN(metres) ? UNKNOWN : text("%.2f cm/px", 100 * metres);
  }

  static String metres(double metres) {
    return metres < 1_000 ? text("%.0f m", metres) : text("%.1f km", metres / 1000);
  }

  static String area(double squareMetres) {
    if (squareMetres < 10_000) {
      return text("%,.0f m²", squareMetres);
    }
    return squareMetres < 1e7
        ? text("%,.1f ha", squareMetres / 10_000)
        : text("%,.0f km²", squareMetres / 1e6);
  }

  /** From one to the other, or one number when both are the same. */
  static String range(double from, double to, String unit) {
    var first = text("%.0f", from);
    var last = text("%.0f", to);
    return first.equals(last) ? first + " " + unit : first + " to " + last + " " + unit;
  }

  static String time(LocalDateTime time) {
    return TIME.format(time);
  }

  static String duration(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return text("%d min %02d s", seconds / 60, seconds % 60);
    }
    return seconds < 86_400
        ? text("%d h %02d min", seconds / 3600, seconds % 3600 / 60)
        : text("%,d d %02d h", seconds / 86_400, seconds % 86_400 / 3600);
  }

  static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
