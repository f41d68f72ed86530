package io.flighthubcamunda.cli;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.flighthubcamunda.worker.job.FailureVariable;
import io.flighthubcamunda.worker.survey.ImageSetOutcome;
import io.flighthubcamunda.worker.survey.ImageSetRow;
import io.flighthubcamunda.worker.survey.SummaryReport;
import io.flighthubcamunda.worker.survey.SurveySummary;
import java.util.List;

/** The variables of an instance of {@code reconstruct-many} that ended. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SurveyEnd(
    String outcome,
    FailureVariable failure,
    SurveySummary summary,
    List<ImageSetRow> imageSets,
    List<ImageSetOutcome> outcomes) {

  private static final String READY = "ready";

  /** Names of the variables above. */
  static final List<String> VARIABLES =
      List.of("outcome", "failure", "summary", "imageSets", "outcomes");

  SurveyEnd {
    imageSets = imageSets == null ? List.of() : imageSets;
    outcomes = outcomes == null ? List.of() : outcomes;
  }

  /** Whether every model of every image set was made and fetched. */
  boolean ready() {
    return READY.equals(outcome);
  }

  List<SummaryReport.Row> rows() {
    return SummaryReport.rows(imageSets, outcomes);
  }
}
