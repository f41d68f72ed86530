package io.flighthubcamunda.imageset;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Adds up usable photographs, so that the metadata of each can be forgotten at once. */
final class PhotographTally {

  private final CameraTally cameras = new CameraTally();
  private final PositionTally positions = new PositionTally();
  private final FileTally withoutCameraData = new FileTally();
  private Optional<LocalDateTime> firstTaken = Optional.empty();
  private Optional<LocalDateTime> lastTaken = Optional.empty();
  private int count;
  private int droneDataCount;

  void add(SourceFile file, Photograph photograph) {
    count++;
    cameras.add(file, photograph);
    positions.add(file, photograph.position());
    if (photograph.droneData()) {
      droneDataCount++;
    }
    if (!photograph.hasCameraData()) {
      withoutCameraData.add(file.relativePath());
    }
    photograph.taken().ifPresent(this::include);
  }

  /** The number of usable photographs. */
  int count() {
    return count;
  }

  PhotographSummary summary() {
    return new PhotographSummary(
        cameras.cameras(),
        cameras.resolutions(),
        positions.locatedCount(),
        droneDataCount,
        positions.area(),
        firstTaken,
        lastTaken);
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(positions.findings());
    findings.addAll(cameras.findings());
    if (!withoutCameraData.isEmpty()) {
      findings.add(
          FindingCode.NO_CAMERA_DATA.finding(
              String.format(
                  Locale.ROOT,
                  "No camera data at all in %,d of %,d pictures (%s): take them out if they are maps"
                      + " or drawings, not photographs.",
                  withoutCameraData.count(),
                  count,
                  withoutCameraData.names())));
    }
    return findings;
  }

  private void include(LocalDateTime taken) {
    if (firstTaken.isEmpty() || taken.isBefore(firstTaken.get())) {
      firstTaken = Optional.of(taken);
    }
    if (lastTaken.isEmpty() || taken.isAfter(lastTaken.get())) {
      lastTaken = Optional.of(taken);
    }
  }
}
