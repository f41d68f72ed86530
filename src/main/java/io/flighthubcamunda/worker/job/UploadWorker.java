package io.flighthubcamunda.worker.job;

import io.camunda.client.CamundaClient;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.imageset.BatchLimits;
import io.flighthubcamunda.imageset.ImageSetPlan;
import io.flighthubcamunda.imageset.ImageSetPlans;
import io.flighthubcamunda.imageset.ImageSource;
import io.flighthubcamunda.imageset.SourceFileChangedException;
import io.flighthubcamunda.source.ImageSources;
import io.flighthubcamunda.upload.BatchUpload;
import io.flighthubcamunda.upload.UploadProgress;
import io.flighthubcamunda.upload.UploadedFile;
import io.flighthubcamunda.worker.config.FlightHubProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends one batch of an image set with credentials of its own. */
@Component
public class UploadWorker {

  private static final Logger LOG = LoggerFactory.getLogger(UploadWorker.class);

  private static final Duration TIMEOUT = Duration.ofMillis(JobTimeouts.WITH_HEARTBEAT);

  /** Folders of network disks can take minutes to list. */
  private static final Duration LONGEST_SCAN = Duration.ofMinutes(10);

  private static final Duration AFTER_A_STALL = Duration.ofSeconds(20);

  private final CamundaClient engine;
  private final OpenModelApi flightHub;
  private final ImageSources sources;
  private final ImageSetPlans plans;
  private final BatchLimits limits;
  private final BatchUpload upload;
  private final BatchRegistration registration;
  private final Duration longestSilence;
  private final WorkerListener listener;

  UploadWorker(
      CamundaClient engine,
      OpenModelApi flightHub,
      ImageSources sources,
      ImageSetPlans plans,
      BatchLimits limits,
      BatchUpload upload,
      BatchRegistration registration,
      FlightHubProperties properties,
      WorkerListener listener) {
    this.engine = engine;
    this.flightHub = flightHub;
    this.sources = sources;
    this.plans = plans;
    this.limits = limits;
    this.upload = upload;
    this.registration = registration;
    this.longestSilence = longestSilence(properties.storage());
    this.listener = listener;
  }

  /** A store that hangs is given up, and asked again, before the job is. */
  private static Duration longestSilence(FlightHubProperties.Storage storage) {
    var silent = Collections.max(List.of(storage.stallTimeout(), storage.answerTimeout()));
    var hanging = silent.plus(storage.connectTimeout()).plus(AFTER_A_STALL);
    return hanging.compareTo(TIMEOUT) > 0 ? hanging : TIMEOUT;
  }

  /**
   * Writes {@code uploadedBatch}, which must stay local to its batch.
   *
   * @param keepResource whether images stay in FlightHub even when the process instance was
   *     cancelled meanwhile
   */
  @JobWorker(
      type = "flighthub.image-set.upload-batch",
      maxJobsActive = 2,
      timeout = JobTimeouts.WITH_HEARTBEAT,
      fetchVariables = {"imageSet", "types", "batchNumber", "resourceUuid", "keepResource"})
  public BatchUploaded uploadBatch(
      @Variable(name = "imageSet") ImageSetVariable imageSet,
      @Variable(name = "types", optional = true) Object types,
      @Variable(name = "batchNumber") int batchNumber,
      @Variable(name = "resourceUuid") String resourceUuid,
      @Variable(name = "keepResource", optional = true) Boolean keepResource,
      ActivatedJob job) {
    var target =
        new BatchRegistration.Target(
            resourceUuid, imageSet.name(), keepResource != null && keepResource);
    var watch = BatchWatch.start(listener);
    try {
      var batch = upload(imageSet, types, batchNumber, target, job);
      watch.uploaded(batch.registeredCount() + batch.files().size());
      return new BatchUploaded(batch);
    } catch (RuntimeException e) {
      watch.ended(e);
      // The next try looks for itself: the source may have changed meanwhile.
      plans.forget(imageSet.fingerprint());
      throw e;
    }
  }

  private UploadedBatch upload(
      ImageSetVariable imageSet,
      Object types,
      int batchNumber,
      BatchRegistration.Target target,
      ActivatedJob job) {
    try (var log = JobLog.of(job);
        var heartbeat = JobHeartbeat.start(engine, job, longestSilence)) {
      heartbeat.expectSilence(LONGEST_SCAN);
      var source = sources.open(imageSet.folder());
      var batch = plan(source, imageSet, types).batch(batchNumber);
      heartbeat.alive();
      var sent =
          upload.upload(
              batch,
              source,
              new BatchCredentials(flightHub, registration, target, job),
              progress(heartbeat, target.resourceUuid()));
      LOG.info(
          "Batch {} of {} uploaded: {} files, {} bytes",
          batchNumber,
          imageSet.batchCount(),
          batch.files().size(),
          batch.byteCount());
      return new UploadedBatch(
          sent.callbackParam(),
          sent.expiresAt().toString(),
          sent.files(),
          sent.registeredCount(),
          batch.byteCount(),
          activatedAt(job).toString());
    }
  }

  private UploadProgress progress(JobHeartbeat heartbeat, String resourceUuid) {
    return new UploadProgress() {
      @Override
      public void sent(long bytes) {
        heartbeat.alive();
        listener.uploaded(resourceUuid, bytes);
      }

      @Override
      public void waiting() {
        heartbeat.alive();
      }

      @Override
      public void requireWanted() {
        heartbeat.requireOurs();
      }
    };
  }

  /** By the engine's clock, with which the process compares it. */
  private static Instant activatedAt(ActivatedJob job) {
    return Instant.ofEpochMilli(job.getDeadline() - JobTimeouts.WITH_HEARTBEAT);
  }

  /** Derived again from the source, and the same as at the check or not at all. */
  private ImageSetPlan plan(ImageSource source, ImageSetVariable imageSet, Object types) {
    var plan =
        plans.plan(
            source,
            ReconstructionRequest.types(types),
            imageSet.leftOut(),
            limits,
            imageSet.fingerprint());
    if (!plan.fingerprint().equals(imageSet.fingerprint())) {
      throw new SourceFileChangedException(
          "The image set %s changed after the check: it had %,d files with %,d bytes and has %,d with"
                  .formatted(
                      imageSet.name(), imageSet.fileCount(), imageSet.byteCount(), plan.fileCount())
              + " %,d bytes now. Start again when nothing writes to %s any more."
                  .formatted(plan.byteCount(), imageSet.folder()));
    }
    return plan;
  }

  /**
   * @param callbackParam FlightHub's opaque value that belongs to the credential of this batch
   * @param expiresAt until when FlightHub takes it, ISO-8601 UTC
   * @param files that must be registered; may be none
   * @param registeredCount files of the batch that are registered already, because their credential
   *     ended
   * @param byteCount size of the batch
   * @param startedAt when a worker took the batch, ISO-8601 UTC
   */
  public record UploadedBatch(
      String callbackParam,
      String expiresAt,
      List<UploadedFile> files,
      int registeredCount,
      long byteCount,
      String startedAt) {}

  /** What the job writes. */
  public record BatchUploaded(UploadedBatch uploadedBatch) {}
}
