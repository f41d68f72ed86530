package io.flighthubcamunda.imageset;

import java.time.LocalDateTime;
import java.util.Optional;

/** What was found at the head and the tail of one photograph's file. */
sealed interface Reading {

  /**
   * A photograph that can be used.
   *
   * @param camera make and model, empty when the file names none
   * @param width pixels, 0 when unknown
   * @param height pixels, 0 when unknown
   * @param position from EXIF; drone XMP without a position does not locate a photograph
   * @param taken by the camera's clock
   * @param droneData whether a drone wrote its own XMP data
   */
  record Photograph(
      String camera,
      int width,
      int height,
      Optional<Position> position,
      Optional<LocalDateTime> taken,
      boolean droneData)
      implements Reading {

    /** False for pictures that no camera took, for example a map saved as JPEG. */
    boolean hasCameraData() {
      return !camera.isEmpty() || taken.isPresent() || droneData || position.isPresent();
    }
  }

  /** A file that FlightHub could do nothing with. */
  record Unusable(FindingCode code) implements Reading {}
}
