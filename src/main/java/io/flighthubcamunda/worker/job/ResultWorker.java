package io.flighthubcamunda.worker.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.camunda.client.CamundaClient;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.flighthubcamunda.result.AbandonedParts;
import io.flighthubcamunda.result.FinishedModel;
import io.flighthubcamunda.result.Recipient;
import io.flighthubcamunda.result.ResultArchive;
import io.flighthubcamunda.result.ResultDownload;
import io.flighthubcamunda.result.ResultFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Fetches the archive of a model that is ready. */
@Component
public class ResultWorker {

  private static final Logger LOG = LoggerFactory.getLogger(ResultWorker.class);

  /** Call for a credential, connection and first bytes. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

  /** Longer than an operator may be away from an incident. */
  private static final Duration ABANDONED_AFTER = Duration.ofDays(30);

  private final CamundaClient engine;
  private final ResultFolder folders;
  private final ResultDownload download;
  private final AbandonedParts parts;

  ResultWorker(
      CamundaClient engine, ResultFolder folders, ResultDownload download, AbandonedParts parts) {
    this.engine = engine;
    this.folders = folders;
    this.download = download;
    this.parts = parts;
  }

  /** Once, when the worker begins: a tree of results may be large. */
  @EventListener(ApplicationReadyEvent.class)
  void removeAbandonedParts() {
    var limit = Instant.now().minus(ABANDONED_AFTER);
    Thread.ofVirtual().name("abandoned-parts").start(() -> parts.removeOlderThan(limit));
  }

  /** Writes {@code result}. */
  @JobWorker(
      type = "flighthub.result.download",
      maxJobsActive = 2,
      timeout = JobTimeouts.WITH_HEARTBEAT,
      fetchVariables = {"model", "resultFolder", "imageSetName", "resourceUuid"})
  public DownloadedResult download(
      @Variable(name = "model") Model model,
      @Variable(name = "resultFolder") String resultFolder,
      ActivatedJob job) {
    try (var log = JobLog.of(job);
        var folder = folders.hold(folders.resolve(resultFolder, "", ""));
        var heartbeat = JobHeartbeat.start(engine, job, LONGEST_SILENCE)) {
      var archive =
          download.download(
              folder,
              new FinishedModel(model.type(), model.uuid(), model.zipFileKey()),
              job.getRetries() <= 1,
              recipient(heartbeat));
      archive.ifPresentOrElse(
          result -> LOG.info("Result of the {} model: {}", model.type().label(), result.file()),
          () -> LOG.warn("{}", toFetch(model)));
      return new DownloadedResult(archive.map(Result::of).orElseGet(() -> Result.toFetch(model)));
    } catch (IOException e) {
      // Only of closing the folder, when all is done.
      throw new UncheckedIOException(e);
    }
  }

  private static Recipient recipient(JobHeartbeat heartbeat) {
    return new Recipient() {
      @Override
      public void received(long bytes) {
        heartbeat.alive();
      }

      @Override
      public void requireWanted() {
        heartbeat.requireOurs();
      }

      @Override
      public void whenUnwanted(Runnable stop) {
        heartbeat.whenLost(stop);
      }
    };
  }

  private static String toFetch(Model model) {
    return "Fetch the archive of the %s model %s from FlightHub's pages; it is kept there."
        .formatted(model.type().label(), model.uuid());
  }

  /**
   * One element of the process variable {@code results}.
   *
   * @param file path of the archive; null when a person is to fetch it
   * @param sizeBytes 0 without a file
   * @param sha256 hex digest of the file; null without one
   * @param toFetch what a person has to do; null when there is nothing to do
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Result(
      String type, String file, long sizeBytes, String sha256, String modelUuid, String toFetch) {

    static Result of(ResultArchive archive) {
      return new Result(
          archive.type().label(),
          archive.file().toString(),
          archive.sizeBytes(),
          archive.sha256(),
          null,
          null);
    }

    static Result toFetch(Model model) {
      return new Result(
          model.type().label(), null, 0, null, model.uuid(), ResultWorker.toFetch(model));
    }
  }

  /** What the job writes. */
  public record DownloadedResult(Result result) {}
}
