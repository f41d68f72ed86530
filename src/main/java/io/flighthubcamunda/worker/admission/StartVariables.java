package io.flighthubcamunda.worker.admission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.flighthubcamunda.worker.job.Model;
import java.util.List;
import java.util.Objects;

/**
 * What a job of the start type brings.
 *
 * @param earlierModels models that earlier starts of the same resource made; they are never adopted
 * @param startRequestedAt set, local to the task, just before FlightHub is asked; found on a job,
 *     it says that an earlier attempt may have got through
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record StartVariables(
    String resourceUuid,
    Object types,
    Object parameters,
    List<Model> earlierModels,
    String startRequestedAt) {

  static final String MARK = "startRequestedAt";

  static final List<String> NAMES =
      List.of("resourceUuid", "types", "parameters", "earlierModels", "imageSetName", MARK);

  StartVariables {
    earlierModels =
        earlierModels == null
            ? List.of()
            : earlierModels.stream()
                .filter(Objects::nonNull)
                .filter(model -> model.uuid() != null)
                .toList();
  }
}
