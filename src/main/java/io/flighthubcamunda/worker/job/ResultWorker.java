package io.flighthubcamunda.worker.job;

import io.camunda.client.CamundaClient;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.flighthubcamunda.result.ResultDownload;
import io.flighthubcamunda.result.ResultFolder;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fetches the archive of a model that is ready. */
@Component
public class ResultWorker {

  private static final Logger LOG = LoggerFactory.getLogger(ResultWorker.class);
  private static final long TIMEOUT_MILLIS = 60_000;
  private static final Duration TIMEOUT = Duration.ofMillis(TIMEOUT_MILLIS);

  /** Call for a credential, connection and first bytes. */
  private static final Duration LONGEST_SILENCE = TIMEOUT.multipliedBy(2);

  private final CamundaClient engine;
  private final ResultFolder folders;
  private final ResultDownload download;

  ResultWorker(CamundaClient engine, ResultFolder folders, ResultDownload download) {
    this.engine = engine;
    this.folders = folders;
    this.download = download;
  }

  /** Writes {@code result}. */
  @JobWorker(
      type = "flighthub.result.download",
      maxJobsActive = 2,
      timeout = TIMEOUT_MILLIS,
      fetchVariables = {"model", "resultFolder", "imageSetName", "resourceUuid"})
  public DownloadedResult download(
      @Variable(name = "model") Model model,
      @Variable(name = "resultFolder") String resultFolder,
      ActivatedJob job) {
    var folder = folders.create(folders.resolve(resultFolder, "", ""));
    try (var log = JobLog.of(job);
        var heartbeat = JobHeartbeat.start(engine, job, TIMEOUT, LONGEST_SILENCE)) {
      var archive =
          download.download(folder, model.type(), model.zipFileKey(), bytes -> heartbeat.alive());
      LOG.info("Result of the {} model: {}", model.type().label(), archive.file());
      return new DownloadedResult(
          new Result(
              model.type().label(),
              archive.file().toString(),
              archive.sizeBytes(),
              archive.sha256()));
    }
  }

  /** One element of the process variable {@code results}. */
  public record Result(String type, String file, long sizeBytes, String sha256) {}

  /** What the job writes. */
  public record DownloadedResult(Result result) {}
}
