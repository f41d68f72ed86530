package io.flighthubcamunda.imageset;

/** A place in WGS 84 degrees. */
public record Position(double latitude, double longitude) {

  private static final double EARTH_RADIUS_METRES = 6_371_000;

  /**
   * False for numbers that are no place on Earth, and for 0/0, which cameras write without a fix.
   */
  boolean isPlausible() {
    boolean zero = latitude == 0 && longitude == 0;
    return !zero && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  }

  /** Distance on the sphere in metres. */
  public double metresTo(Position other) {
    double north = Math.toRadians(other.latitude - latitude);
    double east = Math.toRadians(other.longitude - longitude);
    double chord =
        square(Math.sin(north / 2))
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * square(Math.sin(east / 2));
    return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
  }

  private static double square(double x) {
    return x * x;
  }
}
