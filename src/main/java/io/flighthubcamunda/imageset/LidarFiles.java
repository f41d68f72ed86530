package io.flighthubcamunda.imageset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files of a LiDAR recording that lie beside the photographs. The kinds are those that DJI's
 * earlier cloud wanted (fact sheet 2.3), so a set without any of them is refused, but one that
 * lacks some is only warned about.
 */
final class LidarFiles {

  private static final Set<String> KINDS =
      Set.of("CLC", "CLI", "IMU", "LDR", "RTB", "RTK", "RTL", "RTS");

  private final Set<String> missing = new TreeSet<>(KINDS);
  private final FileTally empty = new FileTally();

  LidarFiles(ImageSetScan scan) {
    scan.files().stream().filter(file -> !file.image()).forEach(this::add);
  }

  private void add(SourceFile file) {
    String name = file.fileName();
    missing.remove(name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT));
    if (file.size() == 0) {
      empty.add(file.relativePath());
    }
  }

  List<Finding> errors() {
    if (missing.size() < KINDS.size()) {
      return List.of();
    }
    return List.of(
        FindingCode.LIDAR_FILES_MISSING.finding(
            "The folder holds no LiDAR recording (no file ends in any of %s): name the folder with the"
                    .formatted(String.join(", ", missing))
                + " complete recording or leave the type lidar out."));
  }

  List<Finding> warnings() {
    List<Finding> warnings = new ArrayList<>();
    if (!missing.isEmpty() && missing.size() < KINDS.size()) {
      warnings.add(
          FindingCode.LIDAR_FILES_MISSING.finding(
              "The LiDAR recording has no file that ends in %s: check that it was copied in full."
                  .formatted(String.join(", ", missing))));
    }
    if (!empty.isEmpty()) {
      warnings.add(
          FindingCode.EMPTY_FILE.finding(
              String.format(
                  Locale.ROOT,
                  "Empty files beside the photographs: %,d (%s); they are uploaded as they are, so"
                      + " check that the recording was copied in full.",
                  empty.count(),
                  empty.names())));
    }
    return warnings;
  }
}
