package io.flighthubcamunda.report.flight;

/**
 * The ground that a photograph shows, straight down and flat.
 *
 * @param groundSampling metres per pixel
 * @param width metres along the picture's width
 * @param height metres along the picture's height
 */
public record Footprint(double groundSampling, double width, double height) {

  static Footprint of(double groundSampling, int pixelsWide, int pixelsHigh) {
    return new Footprint(groundSampling, groundSampling * pixelsWide, groundSampling * pixelsHigh);
  }

  /**
   * Metres of ground from one edge to the other in a direction.
   *
   * @param turn degrees from the picture's upward direction to that direction
   */
  double extent(double turn) {
    double sideways = Math.abs(Math.sin(Math.toRadians(turn)));
    // The nearer axis, as a drone flies along one of them.
    return sideways > Math.sqrt(0.5) ? width : height;
  }
}
