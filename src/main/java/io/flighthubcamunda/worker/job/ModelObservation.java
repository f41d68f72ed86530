package io.flighthubcamunda.worker.job;

import io.flighthubcamunda.api.ModelDetails;
import io.flighthubcamunda.schedule.PhaseLimits;
import io.flighthubcamunda.schedule.PollSchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** What one look at FlightHub says about a model: its new state, and when to look again. */
final class ModelObservation {

  private final PollSchedule schedule;

  ModelObservation(PollSchedule schedule) {
    this.schedule = schedule;
  }

  /**
   * @param before what the last look left
   * @param seen FlightHub's answer
   * @param now the time of the answer
   * @throws BusinessError when there will be no model; its variables hold the new {@code model}
   */
  Model observe(Model before, ModelDetails seen, PhaseLimits limits, Instant now) {
    var state = state(seen);
    return state.phase().isPresent()
        ? unfinished(before, seen, state, limits, now)
        : finished(before, seen, state, now);
  }

  private Model unfinished(
      Model before, ModelDetails seen, ModelState state, PhaseLimits limits, Instant now) {
    var phase = state.phase().orElseThrow();
    var since = state == before.state() ? parse(before.phaseSince(), now) : now;
    var elapsed = Duration.between(since, now);
    var progress = progress(seen, state);
    var overdue = elapsed.compareTo(limits.of(phase)) > 0;
    var wait = schedule.next(phase, progress, elapsed);
    // A look just after the limit is worth more than one long after it.
    var untilLimit = limits.of(phase).minus(elapsed).plusSeconds(1);
    return new Model(
        before.type(),
        before.uuid(),
        overdue ? ModelState.OVERDUE : state,
        progress,
        since.toString(),
        before.checks() + 1,
        null,
        null,
        overdue ? null : (wait.compareTo(untilLimit) < 0 ? wait : untilLimit).toString(),
        null);
  }

  private Model finished(Model before, ModelDetails seen, ModelState state, Instant now) {
    var failure = failure(before, seen, state);
    var model =
        new Model(
            before.type(),
            before.uuid(),
            state,
            progress(seen, state),
            now.toString(),
            before.checks() + 1,
            seen.modelSize() > 0 ? seen.modelSize() : null,
            state == ModelState.READY ? seen.zipFileKey() : null,
            null,
            failure);
    if (failure != null) {
      throw ended(model);
    }
    return model;
  }

  /** The end of a model that FlightHub doesn't know any more. */
  static BusinessError vanished(Model before) {
    return ended(
        before.with(
            ModelState.CANCELLED,
            FailureVariable.of(
                BpmnErrorCode.RECONSTRUCTION_CANCELLED,
                "The %s model %s is not known to FlightHub any more: it was deleted there."
                    .formatted(before.type().label(), before.uuid()))));
  }

  private static BusinessError ended(Model model) {
    return new BusinessError(model.failure(), Map.of("model", model));
  }

  static ModelState state(ModelDetails seen) {
    return switch (seen.status()) {
      case QUEUED -> ModelState.QUEUED;
      // A number that nobody knows is taken as "in progress" (fact sheet 2.11).
      case RECONSTRUCTING, UNKNOWN -> ModelState.RECONSTRUCTING;
      case SUCCEEDED ->
          seen.packaged()
              ? ModelState.READY
              : seen.packagingFailed() ? ModelState.PACKAGING_FAILED : ModelState.PACKAGING;
      case FAILED -> ModelState.FAILED;
      case NO_COMPUTING_RESOURCE -> ModelState.NO_COMPUTING_RESOURCE;
      case CANCELLED -> ModelState.CANCELLED;
    };
  }

  private static FailureVariable failure(Model before, ModelDetails seen, ModelState state) {
    var what = "The %s model %s".formatted(before.type().label(), before.uuid());
    return switch (state) {
      case FAILED ->
          FailureVariable.of(
              BpmnErrorCode.RECONSTRUCTION_FAILED,
              "%s failed at %d %% with FlightHub's error code %d."
                  .formatted(what, seen.reconstructionProgress(), seen.errorCode()),
              seen.errorCode());
      case NO_COMPUTING_RESOURCE ->
          FailureVariable.of(
              BpmnErrorCode.NO_COMPUTING_RESOURCE,
              what + " got no computing resource at FlightHub.",
              seen.errorCode());
      case PACKAGING_FAILED ->
          FailureVariable.of(
              BpmnErrorCode.PACKAGING_FAILED,
              what + " was made, but FlightHub could not package it; it can be seen there.",
              seen.errorCode());
      case CANCELLED ->
          FailureVariable.of(
              BpmnErrorCode.RECONSTRUCTION_CANCELLED,
              what + " was cancelled in FlightHub.",
              seen.errorCode());
      default -> null;
    };
  }

  private static int progress(ModelDetails seen, ModelState state) {
    return Math.clamp(
        state == ModelState.PACKAGING ? seen.zipProgress() : seen.reconstructionProgress(), 0, 100);
  }

  private static Instant parse(String since, Instant fallback) {
    try {
      return since == null ? fallback : Instant.parse(since);
    } catch (DateTimeParseException e) {
      return fallback;
    }
  }
}
