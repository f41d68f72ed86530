package io.flighthubcamunda.imageset;

/**
 * What a camera says of its lens in EXIF. Every length is in millimetres, and 0 when unknown.
 *
 * @param focalLength of the lens itself
 * @param equivalent focal length that shows as much on 35 mm film
 * @param sensorWidth width of the sensor's part that became the picture
 */
public record Lens(double focalLength, double equivalent, double sensorWidth) {

  public static final Lens UNKNOWN = new Lens(0, 0, 0);
}
