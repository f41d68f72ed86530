package io.flighthubcamunda.report.flight;

import io.flighthubcamunda.imageset.Lens;
import io.flighthubcamunda.imageset.Photograph;
import java.util.Optional;

/**
 * The small angle that one pixel sees, near the middle of the picture.
 *
 * <p>It is {@code sensor width / (focal length × pixels across)}. Where EXIF tells the sensor's
 * width, that is used. Most drones tell the 35-mm equivalent instead, which is made so that the
 * diagonals match: {@code 43.27 mm / (equivalent × pixels along the diagonal)}. EXIF rounds the
 * equivalent to whole millimetres, so the angle is right within 2 to 4 %.
 *
 * @param radians above 0
 * @param basis what it was calculated from
 */
public record PixelAngle(double radians, Basis basis) {

  /** What an angle was calculated from. */
  public enum Basis {
    SENSOR_WIDTH,
    EQUIVALENT,
    /** A wide picture was taken to be cut from a 4:3 sensor, whose equivalent the file names. */
    EQUIVALENT_OF_CUT_PICTURE
  }

  /** Of a frame of 36 × 24 mm. */
  private static final double FILM_DIAGONAL = Math.hypot(36, 24);

  /** Wider than 3:2, the widest sensor that drones have. */
  private static final double CUT = 1.55;

  /** Empty when the lens is unknown. */
  public static Optional<PixelAngle> of(Photograph photograph) {
    Lens lens = photograph.lens();
    double across = Math.max(photograph.width(), photograph.height());
    double down = Math.min(photograph.width(), photograph.height());
    if (down <= 0) {
      return Optional.empty();
    }
    if (lens.sensorWidth() > 0 && lens.focalLength() > 0) {
      double radians = lens.sensorWidth() / (lens.focalLength() * photograph.width());
      return Optional.of(new PixelAngle(radians, Basis.SENSOR_WIDTH));
    }
    if (lens.equivalent() <= 0) {
      return Optional.empty();
    }
    boolean cut = across / down > CUT;
    double diagonal = Math.hypot(across, cut ? across * 3 / 4 : down);
    return Optional.of(
        new PixelAngle(
            FILM_DIAGONAL / (lens.equivalent() * diagonal),
            cut ? Basis.EQUIVALENT_OF_CUT_PICTURE : Basis.EQUIVALENT));
  }

  /**
   * Ground sampling distance: metres of flat ground that one pixel shows, straight below.
   *
   * @param height metres above that ground
   */
  public double groundSampling(double height) {
    return radians * height;
  }
}
