package io.flighthubcamunda.worker.survey;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.flighthubcamunda.worker.job.FailureVariable;
import io.flighthubcamunda.worker.survey.ImageSetOutcome.MadeModel;
import java.util.List;

/**
 * The file {@code outcome.json} in the result folder of an image set.
 *
 * @param failure in full
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record OutcomeReport(
    String name, String state, String duration, List<MadeModel> models, FailureVariable failure) {}
