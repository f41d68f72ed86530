package io.flighthubcamunda.worker.survey;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.flighthubcamunda.worker.job.FailureVariable;
import io.flighthubcamunda.worker.survey.ImageSetOutcome.MadeModel;
import java.util.List;

/**
 * The file {@code outcome.json} in the result folder of an image set.
 *
 * @param resourceUuid tells the image set of this survey from one that an earlier survey left in
 *     the same folder
 * @param failure in full
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record OutcomeReport(
    String name,
    String resourceUuid,
    String state,
    String duration,
    List<MadeModel> models,
    FailureVariable failure) {

  /** Whether at least one model was made. */
  public boolean hasModels() {
    return ImageSetOutcome.hasModels(state);
  }
}
