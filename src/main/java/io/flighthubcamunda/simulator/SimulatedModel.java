package io.flighthubcamunda.simulator;

import java.time.Instant;

/**
 * A model as a test sees it; numbers as in the model details (fact sheet 2.10).
 *
 * @param imageCount images that it takes from the quota while it runs and after success
 * @param deleted whether it was deleted; FlightHub itself no longer shows it then
 */
public record SimulatedModel(
    String uuid,
    String resourceUuid,
    ModelType type,
    int status,
    int progress,
    int errorCode,
    int zipStatus,
    int zipProgress,
    String zipFileKey,
    Instant startedAt,
    int imageCount,
    boolean deleted) {

  static SimulatedModel of(Model model, Instant now) {
    ModelState at = model.at(now);
    return new SimulatedModel(
        model.uuid(),
        model.resource().uuid(),
        model.type(),
        at.status(),
        at.progress(),
        at.errorCode(),
        at.zipStatus(),
        at.zipProgress(),
        at.archived() ? model.archiveKey() : "",
        model.timeline().startedAt(),
        model.imageCount(),
        model.deleted());
  }
}
