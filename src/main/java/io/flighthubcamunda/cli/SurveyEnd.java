package io.flighthubcamunda.cli;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.flighthubcamunda.worker.job.FailureVariable;
import io.flighthubcamunda.worker.survey.ImageSetOutcome;
import io.flighthubcamunda.worker.survey.ImageSetRow;
import io.flighthubcamunda.worker.survey.SummaryReport;
import io.flighthubcamunda.worker.survey.SurveySummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The variables of an instance of {@code reconstruct-many} that ended. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SurveyEnd(
    String outcome,
    FailureVariable failure,
    String surveyName,
    String surveyUuid,
    String startedAt,
    SurveySummary summary,
    List<ImageSetRow> imageSets,
    List<ImageSetOutcome> outcomes) {

  /** Names of the variables above. */
  static final List<String> VARIABLES =
      List.of(
          "outcome",
          "failure",
          "surveyName",
          "surveyUuid",
          "startedAt",
          "summary",
          "imageSets",
          "outcomes");

  SurveyEnd {
    imageSets = imageSets == null ? List.of() : imageSets;
    outcomes = outcomes == null ? List.of() : outcomes;
  }

  /** As the file that a worker wrote, which may lie out of sight; only with a summary. */
  SummaryReport report() {
    var ended = Instant.parse(startedAt).plus(Duration.parse(summary.duration()));
    return new SummaryReport(
        surveyName,
        surveyUuid,
        startedAt,
        ended.toString(),
        summary.duration(),
        summary.states(),
        SummaryReport.rows(imageSets, outcomes));
  }
}
