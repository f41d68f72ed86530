package io.flighthubcamunda.worker.job;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.flighthubcamunda.api.ReconstructionType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import java.util.Set;

/**
 * The process variable {@code model}, one element of {@code models}.
 *
 * @param progress percent of the phase that {@code state} names
 * @param startedAt when FlightHub took the start, ISO-8601 UTC
 * @param phaseSince when that phase was first seen, ISO-8601 UTC
 * @param progressHistory the last changes of progress in that phase, time seen to percent; tells
 *     the speed, and is gone when the model is finished
 * @param checks looks at FlightHub so far
 * @param warnings what FlightHub said that makes no sense; each was logged once
 * @param sizeBytes size of the model when it is ready
 * @param zipFileKey storage key of the result archive when it is ready
 * @param failure why there is no model
 */
@RecordBuilder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Model(
    ReconstructionType type,
    String uuid,
    ModelState state,
    int progress,
    String startedAt,
    String phaseSince,
    Map<String, Integer> progressHistory,
    int checks,
    Set<ModelWarning> warnings,
    Long sizeBytes,
    String zipFileKey,
    String nextCheckIn,
    FailureVariable failure) {

  /** A model as the start leaves it. */
  public static Model started(
      ReconstructionType type, String uuid, String startedAt, String nextCheckIn) {
    return ModelBuilder.builder()
        .type(type)
        .uuid(uuid)
        .state(ModelState.QUEUED)
        .startedAt(startedAt)
        .phaseSince(startedAt)
        .nextCheckIn(nextCheckIn)
        .build();
  }

  /** A model that there will never be. */
  public Model failed(ModelState newState, FailureVariable newFailure) {
    return ModelBuilder.builder(this)
        .state(newState)
        .progressHistory(null)
        .nextCheckIn(null)
        .failure(newFailure)
        .build();
  }
}
