package io.flighthubcamunda.report.flight;

/** A place in metres east and north of the middle of a {@link Site}. */
public record Point(double east, double north) {

  public double distanceTo(Point other) {
    return Math.hypot(other.east - east, other.north - north);
  }

  /** Degrees clockwise from north, -180 to 180. */
  double bearingTo(Point other) {
    return Math.toDegrees(Math.atan2(other.east - east, other.north - north));
  }
}
