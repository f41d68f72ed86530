package io.flighthubcamunda.worker.job;

import io.flighthubcamunda.api.ModelDetails;
import io.flighthubcamunda.schedule.PhaseLimits;
import io.flighthubcamunda.schedule.PollSchedule;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one look at FlightHub says about a model: its new state, and when to look again. */
final class ModelObservation {

  private static final Logger LOG = LoggerFactory.getLogger(ModelObservation.class);

  private final PollSchedule schedule;

  ModelObservation(PollSchedule schedule) {
    this.schedule = schedule;
  }

  /**
   * @param before what the last look left
   * @param seen FlightHub's answer
   * @param now the time of the answer
   * @return with a {@code failure} when there will be no model
   */
  Model observe(Model before, ModelDetails seen, PhaseLimits limits, Instant now) {
    var state = state(seen);
    return state.phase().isPresent()
        ? unfinished(before, seen, state, limits, now)
        : finished(before, seen, state, now);
  }

  private Model unfinished(
      Model before, ModelDetails seen, ModelState state, PhaseLimits limits, Instant now) {
    var percent = percent(seen, state);
    var course = ModelCourse.of(before, now).seen(state.phase().orElseThrow(), percent, now);
    var left = limits.left(course, now);
    var overdue = left.isNegative();
    var wait = schedule.next(course, now);
    // A look just after the limit is worth more than one long after it.
    var untilLimit = left.plusSeconds(1);
    return ModelBuilder.builder(before)
        .state(overdue ? ModelState.OVERDUE : state)
        .progress(course.percent())
        .startedAt(course.startedAt().toString())
        .phaseSince(course.phaseSince().toString())
        .progressHistory(overdue ? null : ModelCourse.history(course))
        .checks(course.checks())
        .warnings(warnings(before, seen, state, percent))
        .sizeBytes(null)
        .zipFileKey(null)
        .nextCheckIn(
            overdue ? null : (wait.compareTo(untilLimit) < 0 ? wait : untilLimit).toString())
        .failure(null)
        .build();
  }

  private static Set<ModelWarning> warnings(
      Model before, ModelDetails seen, ModelState state, int percent) {
    var all = EnumSet.noneOf(ModelWarning.class);
    if (before.warnings() != null) {
      all.addAll(before.warnings());
    }
    for (var warning : ModelWarning.about(before, seen, state, percent)) {
      if (all.add(warning)) {
        LOG.warn(
            "FlightHub shows {} for the {} model {} (model_status {}, zip_status {}, progress {})."
                + " This is logged once.",
            warning.sentence(),
            before.type().label(),
            before.uuid(),
            seen.modelStatus(),
            seen.zipStatus(),
            percent);
      }
    }
    return all;
  }

  private Model finished(Model before, ModelDetails seen, ModelState state, Instant now) {
    return ModelBuilder.builder(before)
        .state(state)
        .progress(Math.clamp(percent(seen, state), 0, 100))
        .phaseSince(now.toString())
        .progressHistory(null)
        .checks(before.checks() + 1)
        .sizeBytes(seen.modelSize() > 0 ? seen.modelSize() : null)
        .zipFileKey(state == ModelState.READY ? seen.zipFileKey() : null)
        .nextCheckIn(null)
        .failure(failure(before, seen, state))
        .build();
  }

  /** A model that FlightHub doesn't know any more. */
  static Model vanished(Model before) {
    return before.failed(
        ModelState.CANCELLED,
        FailureVariable.of(
            BpmnErrorCode.RECONSTRUCTION_CANCELLED,
            "The %s model %s is not known to FlightHub any more: it was deleted there."
                .formatted(before.type().label(), before.uuid())));
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
              "%s failed at %d percent with FlightHub's error code %d."
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

  /** As FlightHub says it. */
  private static int percent(ModelDetails seen, ModelState state) {
    return switch (state) {
      case QUEUED -> 0;
      case PACKAGING -> seen.zipProgress();
      default -> seen.reconstructionProgress();
    };
  }
}
