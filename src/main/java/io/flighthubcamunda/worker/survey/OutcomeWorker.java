package io.flighthubcamunda.worker.survey;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.flighthubcamunda.worker.job.JobLog;
import io.flighthubcamunda.worker.job.JobTimeouts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps how one image set of a survey ended: in full on disk, in short in the process. */
@Component
public class OutcomeWorker {

  private static final Logger LOG = LoggerFactory.getLogger(OutcomeWorker.class);

  private final SurveyFiles files;
  private final InstantSource clock;

  OutcomeWorker(SurveyFiles files, InstantSource clock) {
    this.files = files;
    this.clock = clock;
  }

  /** Writes {@code imageSetOutcome}, and {@code outcome.json} into the result folder. */
  @JobWorker(
      type = "flighthub.survey.record-outcome",
      timeout = JobTimeouts.FEW_CALLS,
      fetchVariables = {"imageSetName", "resourceUuid", "resultFolder", "startedAt", "end"})
  public RecordedOutcome record(
      @Variable(name = "imageSetName") String imageSetName,
      @Variable(name = "resourceUuid") String resourceUuid,
      @Variable(name = "resultFolder") String resultFolder,
      @Variable(name = "startedAt") String startedAt,
      @Variable(name = "end", optional = true) ImageSetEnd end,
      ActivatedJob job) {
    var known = end == null ? new ImageSetEnd(null, List.of(), null) : end;
    var duration = Duration.between(Instant.parse(startedAt), clock.instant());
    var outcome = ImageSetOutcome.of(known, duration);
    try (var log = JobLog.of(job)) {
      LOG.info("Image set {}: {} after {}", imageSetName, outcome.state(), outcome.duration());
      files.writeOutcome(
          resultFolder,
          new OutcomeReport(
              imageSetName,
              resourceUuid,
              outcome.state(),
              outcome.duration(),
              outcome.models(),
              known.reason().orElse(null)));
    }
    return new RecordedOutcome(outcome);
  }

  /** What the job writes. */
  public record RecordedOutcome(ImageSetOutcome imageSetOutcome) {}
}
