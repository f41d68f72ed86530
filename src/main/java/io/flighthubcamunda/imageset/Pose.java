package io.flighthubcamunda.imageset;

import java.util.OptionalDouble;

/**
 * How the camera hung in the air. What a photograph does not tell is {@link Double#NaN}.
 *
 * @param altitude metres above sea level or ellipsoid, from EXIF
 * @param height metres above the place of take-off, from the drone's {@code RelativeAltitude}
 * @param pitch degrees of the gimbal; -90 looks straight down, 0 to the horizon
 * @param yaw degrees of the gimbal clockwise from north, -180 to 360
 */
public record Pose(double altitude, double height, double pitch, double yaw) {

  public static final Pose UNKNOWN = new Pose(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /** Metres above the place of take-off, where the drone said so and was in the air. */
  public OptionalDouble heightAboveTakeOff() {
    return height > 0 ? OptionalDouble.of(height) : OptionalDouble.empty();
  }

  /** Whether the camera is known to look aside by more than this many degrees. */
  public boolean isTilted(double degrees) {
    return pitch > degrees - 90;
  }
}
