package io.flighthubcamunda.imageset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Where the photographs were taken, and which lie far from the rest. */
final class PositionTally {

  private static final double FAR_METRES = 2_000;

  private record Located(String name, Position position) {}

  private final List<Located> located = new ArrayList<>();
  private final FileTally notLocated = new FileTally();

  void add(SourceFile file, Optional<Position> position) {
    position.ifPresentOrElse(
        place -> located.add(new Located(file.relativePath(), place)),
        () -> notLocated.add(file.relativePath()));
  }

  int locatedCount() {
    return located.size();
  }

  Optional<BoundingBox> area() {
    if (located.isEmpty()) {
      return Optional.empty();
    }
    double[] latitudes = sorted(Position::latitude);
    double[] eastings = sorted(this::easting);
    int last = located.size() - 1;
    return Optional.of(
        new BoundingBox(
            latitudes[0], longitude(eastings[0]), latitudes[last], longitude(eastings[last])));
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    int total = located.size() + notLocated.count();
    if (!notLocated.isEmpty()) {
      findings.add(
          FindingCode.NO_GPS.finding(
              String.format(
                  Locale.ROOT,
                  "No GPS position in %,d of %,d photographs (%s): the model may come out without"
                      + " place and scale, so use photographs with positions where you can.",
                  notLocated.count(),
                  total,
                  notLocated.names())));
    }
    FileTally far = far();
    if (!far.isEmpty()) {
      findings.add(
          FindingCode.FAR_APART.finding(
              String.format(
                  Locale.ROOT,
                  "Taken more than 2 km from the middle of the set: %,d of %,d photographs (%s);"
                      + " take them out if they show another site.",
                  far.count(),
                  total,
                  far.names())));
    }
    return findings;
  }

  private FileTally far() {
    FileTally far = new FileTally();
    if (located.isEmpty()) {
      return far;
    }
    // The median, because one photograph from another continent would drag an average away.
    int middle = located.size() / 2;
    Position centre =
        new Position(sorted(Position::latitude)[middle], longitude(sorted(this::easting)[middle]));
    located.stream()
        .filter(photograph -> photograph.position().metresTo(centre) > FAR_METRES)
        .forEach(photograph -> far.add(photograph.name()));
    return far;
  }

  private double[] sorted(ToDoubleFunction<Position> coordinate) {
    return located.stream()
        .mapToDouble(photograph -> coordinate.applyAsDouble(photograph.position()))
        .sorted()
        .toArray();
  }

  /**
   * Degrees east of the first photograph, so that a set across the 180th meridian stays together.
   */
  private double easting(Position position) {
    return wrapped(position.longitude() - located.getFirst().position().longitude());
  }

  private double longitude(double easting) {
    return wrapped(easting + located.getFirst().position().longitude());
  }

  private static double wrapped(double degrees) {
    double turned = degrees > 180 ? degrees - 360 : degrees;
    return turned < -180 ? turned + 360 : turned;
  }
}
