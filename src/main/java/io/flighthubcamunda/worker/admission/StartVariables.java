package io.flighthubcamunda.worker.admission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What a job of the start type brings.
 *
 * @param startRequestedAt set, local to the task, just before FlightHub is asked; found on a job,
 *     it says that an earlier attempt may have got through
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record StartVariables(
    String resourceUuid, Object types, Object parameters, String startRequestedAt) {

  static final String MARK = "startRequestedAt";

  static final List<String> NAMES =
      List.of("resourceUuid", "types", "parameters", "imageSetName", MARK);
}
