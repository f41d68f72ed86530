package io.flighthubcamunda.simulator;

import java.time.Instant;
import java.util.List;

/**
 * A resource as a test sees it.
 *
 * @param status 1 usable, 2 waiting for deletion, 3 deleted (fact sheet 2.11)
 */
public record SimulatedResource(
    String uuid, String name, int status, long sizeBytes, List<String> fileNames) {

  static SimulatedResource of(Resource resource, Instant now, Timing timing) {
    return new SimulatedResource(
        resource.uuid(),
        resource.name(),
        resource.status(now, timing),
        resource.sizeBytes(),
        resource.files().stream().map(ResourceFile::name).toList());
  }
}
