package io.flighthubcamunda.imageset;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the usable photographs say about themselves, in a form for a person to read.
 *
 * @param cameras photographs per camera ("DJI FC300S"), most frequent first
 * @param resolutions photographs per resolution ("4000 x 3000", pixels), most frequent first
 * @param locatedCount photographs with a GPS position in their EXIF data
 * @param droneDataCount photographs with a drone's own XMP data (attitude, relative altitude)
 * @param area where they were taken, empty when none is located
 * @param firstTaken the earliest time by the camera's clock, which names no time zone
 * @param lastTaken the latest time by the camera's clock
 */
public record PhotographSummary(
    Map<String, Integer> cameras,
    Map<String, Integer> resolutions,
    int locatedCount,
    int droneDataCount,
    Optional<BoundingBox> area,
    Optional<LocalDateTime> firstTaken,
    Optional<LocalDateTime> lastTaken) {

  public PhotographSummary {
    // Not Map.copyOf, which would lose the order.
    cameras = Collections.unmodifiableMap(new LinkedHashMap<>(cameras));
    resolutions = Collections.unmodifiableMap(new LinkedHashMap<>(resolutions));
  }
}
