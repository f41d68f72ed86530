package io.flighthubcamunda.report.flight;

import io.flighthubcamunda.imageset.Position;
import java.util.List;
import java.util.Optional;

/**
 * The ground around the middle of a set as a flat map. Good to a part in a thousand within some 50
 * km; what lies further away is only known to be far.
 */
public final class Site {

  private static final double METRES_PER_DEGREE = 111_195;

  private final Position middle;

  private Site(Position middle) {
    this.middle = middle;
  }

  /** Empty when no shot is located. The middle is the median, which strays do not move. */
  public static Optional<Site> of(List<Shot> shots) {
    List<Position> located = shots.stream().flatMap(shot -> shot.position().stream()).toList();
    if (located.isEmpty()) {
      return Optional.empty();
    }
    double first = located.getFirst().longitude();
    double latitude = Quantiles.of(located.stream().mapToDouble(Position::latitude)).median();
    double east =
        Quantiles.of(located.stream().mapToDouble(place -> turn(place.longitude() - first)))
            .median();
    return Optional.of(new Site(new Position(latitude, turn(first + east))));
  }

  public Position middle() {
    return middle;
  }

  public Point at(Position place) {
    double shrink = Math.cos(Math.toRadians(middle.latitude()));
    return new Point(
        turn(place.longitude() - middle.longitude()) * METRES_PER_DEGREE * shrink,
        (place.latitude() - middle.latitude()) * METRES_PER_DEGREE);
  }

  /** Between -180 and 180, so that a set across the 180th meridian stays together. */
  static double turn(double degrees) {
    return degrees - 360 * Math.rint(degrees / 360);
  }
}
