package io.flighthubcamunda.worker.job;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.flighthubcamunda.api.ReconstructionType;

/**
 * The process variable {@code model}, one element of {@code models}.
 *
 * @param progress percent of the phase that {@code state} names
 * @param phaseSince when that phase was first seen, ISO-8601 UTC
 * @param checks looks at FlightHub so far
 * @param sizeBytes size of the model when it is ready
 * @param zipFileKey storage key of the result archive when it is ready
 * @param failure why there is no model
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Model(
    ReconstructionType type,
    String uuid,
    ModelState state,
    int progress,
    String phaseSince,
    int checks,
    Long sizeBytes,
    String zipFileKey,
    String nextCheckIn,
    FailureVariable failure) {

  /** A model as the start leaves it. */
  public static Model started(
      ReconstructionType type, String uuid, String phaseSince, String nextCheckIn) {
    return new Model(
        type, uuid, ModelState.QUEUED, 0, phaseSince, 0, null, null, nextCheckIn, null);
  }

  public Model with(ModelState newState) {
    return new Model(
        type, uuid, newState, progress, phaseSince, checks, sizeBytes, zipFileKey, null, failure);
  }

  public Model with(ModelState newState, FailureVariable newFailure) {
    return new Model(
        type,
        uuid,
        newState,
        progress,
        phaseSince,
        checks,
        sizeBytes,
        zipFileKey,
        null,
        newFailure);
  }
}
