package io.flighthubcamunda.simulator;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Where and when a photograph was taken.
 *
 * @param takenAt camera clock, which has no zone
 */
record ShotInfo(Optional<Position> position, Optional<LocalDateTime> takenAt) {

  static final ShotInfo UNKNOWN = new ShotInfo(Optional.empty(), Optional.empty());

  /** Degrees WGS 84; altitude in metres. */
  record Position(double longitude, double latitude, Optional<Double> altitude) {}
}
