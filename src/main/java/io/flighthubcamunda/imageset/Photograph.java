package io.flighthubcamunda.imageset;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A photograph that can be used.
 *
 * @param camera make and model, empty when the file names none
 * @param width pixels, 0 when unknown
 * @param height pixels, 0 when unknown
 * @param position from EXIF; drone XMP without a position does not locate a photograph
 * @param taken by the camera's clock
 * @param droneData whether a drone wrote its own XMP data
 * @param lens what the camera says of its lens
 * @param pose how the camera hung in the air
 */
public record Photograph(
    String camera,
    int width,
    int height,
    Optional<Position> position,
    Optional<LocalDateTime> taken,
    boolean droneData,
    Lens lens,
    Pose pose)
    implements Reading {

  /** False for pictures that no camera took, for example a map saved as JPEG. */
  boolean hasCameraData() {
    return !camera.isEmpty() || taken.isPresent() || droneData || position.isPresent();
  }
}
