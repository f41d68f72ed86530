package io.flighthubcamunda.worker.survey;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.flighthubcamunda.worker.job.JobLog;
import io.flighthubcamunda.worker.job.JobTimeouts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sums a survey up. Works from variables alone: the image sets may have ended on other machines.
 */
@Component
public class SummaryWorker {

  private static final Logger LOG = LoggerFactory.getLogger(SummaryWorker.class);

  private final SurveyFiles files;
  private final InstantSource clock;

  SummaryWorker(SurveyFiles files, InstantSource clock) {
    this.files = files;
    this.clock = clock;
  }

  /** Writes {@code summary}, and {@code summary.json} and {@code summary.csv} on disk. */
  @JobWorker(
      type = "flighthub.survey.summarize",
      timeout = JobTimeouts.FEW_CALLS,
      fetchVariables = {
        "surveyName",
        "surveyUuid",
        "startedAt",
        "resultFolder",
        "imageSets",
        "outcomes"
      })
  public SummarizedSurvey summarize(
      @Variable(name = "surveyName") String surveyName,
      @Variable(name = "surveyUuid") String surveyUuid,
      @Variable(name = "startedAt") String startedAt,
      @Variable(name = "resultFolder") String resultFolder,
      @Variable(name = "imageSets") ImageSetRow[] imageSets,
      @Variable(name = "outcomes", optional = true) ImageSetOutcome[] outcomes,
      ActivatedJob job) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var rows =
        SummaryReport.rows(
            List.of(imageSets), outcomes == null ? List.of() : Arrays.asList(outcomes));
    var report =
        new SummaryReport(
            surveyName,
            surveyUuid,
            startedAt,
            now.toString(),
            Duration.between(Instant.parse(startedAt), now).toString(),
            SummaryReport.states(rows),
            rows);
    try (var log = JobLog.of(job)) {
      var summary = files.writeSummary(resultFolder, report);
      LOG.info("Survey {} is done: {}; {}", surveyName, report.states(), summary.jsonFile());
      return new SummarizedSurvey(summary);
    }
  }

  /** What the job writes. */
  public record SummarizedSurvey(SurveySummary summary) {}
}
