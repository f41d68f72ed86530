package io.flighthubcamunda.worker.job;

import io.camunda.client.CamundaClient;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.imageset.BatchLimits;
import io.flighthubcamunda.imageset.Finding;
import io.flighthubcamunda.imageset.ImageSetCheck;
import io.flighthubcamunda.imageset.PhotographListener;
import io.flighthubcamunda.result.ResultException;
import io.flighthubcamunda.result.ResultFolder;
import io.flighthubcamunda.schedule.PollSchedule;
import io.flighthubcamunda.source.ImageSources;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at everything that a reconstruction was asked for before anything is sent anywhere. */
@Component
public class ImageSetWorker {

  private static final Logger LOG = LoggerFactory.getLogger(ImageSetWorker.class);

  /** A slow disk may need that long to list its files, which it does twice. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

  private final CamundaClient engine;
  private final ImageSources sources;
  private final ImageSetCheck check;
  private final BatchLimits limits;
  private final ResultFolder results;
  private final CheckPage page;
  private final PollSchedule schedule;
  private final NewResource newResource;
  private final WorkerListener listener;

  ImageSetWorker(
      CamundaClient engine,
      ImageSources sources,
      ImageSetCheck check,
      BatchLimits limits,
      ResultFolder results,
      CheckPage page,
      PollSchedule schedule,
      NewResource newResource,
      WorkerListener listener) {
    this.engine = engine;
    this.sources = sources;
    this.check = check;
    this.limits = limits;
    this.results = results;
    this.page = page;
    this.schedule = schedule;
    this.newResource = newResource;
    this.listener = listener;
  }

  /**
   * Writes {@code imageSet}, and fills {@code resourceUuid} and {@code resultFolder} if missing.
   *
   * @param unknownPreset name of a preset that was asked for and is in no table; null when all is
   *     well
   */
  @JobWorker(
      type = "flighthub.image-set.check",
      maxJobsActive = 2,
      timeout = JobTimeouts.WITH_HEARTBEAT,
      fetchVariables = {
        "imageFolder",
        "imageSetName",
        "types",
        "parameters",
        "unknownPreset",
        "resourceUuid",
        "resultFolder",
        "expectedDuration",
        "timeLimit",
        "decisionTimeLimit",
        "queueTimeLimit",
        "reconstructionTimeLimit",
        "packagingTimeLimit"
      })
  public CheckedImages check(
      @Variable(name = "imageFolder", optional = true) String imageFolder,
      @Variable(name = "imageSetName", optional = true) String imageSetName,
      @Variable(name = "types", optional = true) Object types,
      @Variable(name = "parameters", optional = true) Object parameters,
      @Variable(name = "unknownPreset", optional = true) String unknownPreset,
      @Variable(name = "resourceUuid", optional = true) String resourceUuid,
      @Variable(name = "resultFolder", optional = true) String resultFolder,
      ActivatedJob job) {
    // Needed much later, but a typing mistake is better heard of now.
    DurationVariables.requireUsable(job.getVariablesAsMap(), schedule.shortest());
    if (unknownPreset != null) {
      throw new BusinessError(
          BpmnErrorCode.REQUEST_INVALID,
          "There is no preset \"%s\" in the decision table reconstruction-preset."
                  .formatted(unknownPreset)
              + " Name another one, or leave the variable preset out.");
    }
    var request = ReconstructionRequest.of(types, parameters);
    var given =
        resourceUuid == null ? Optional.<String>empty() : Optional.of(validUuid(resourceUuid));
    if (imageFolder == null || imageFolder.isBlank()) {
      throw new BusinessError(
          BpmnErrorCode.REQUEST_INVALID,
          "The variable imageFolder is missing: it names"
              + " the folder with the photographs, as the workers see it, a list file or s3://bucket/prefix.");
    }
    var asked = new Asked(imageFolder, imageSetName, request.types(), given, resultFolder);
    try (var heartbeat = JobHeartbeat.start(engine, job, LONGEST_SILENCE)) {
      return check(asked, job, heartbeat);
    }
  }

  private record Asked(
      String folder,
      String name,
      Set<ReconstructionType> types,
      Optional<String> resourceUuid,
      String resultFolder) {}

  private CheckedImages check(Asked asked, ActivatedJob job, JobHeartbeat heartbeat) {
    var source = sources.open(asked.folder());
    var draft = page.draft();
    var watched = sign(heartbeat, draft.listener());
    var report = check.check(source, asked.name(), asked.types(), limits, watched);
    if (!report.errors().isEmpty()) {
      // FlightHub is not asked for a set that it will never see, so the instance names the folder.
      var name = asked.resourceUuid().orElse(Long.toString(job.getProcessInstanceKey()));
      draft.write(asked.resultFolder(), name, report, asked.types(), source);
      throw new BusinessError(
          BpmnErrorCode.IMAGE_SET_INVALID,
          report.errors().stream().map(Finding::message).collect(Collectors.joining(" ")));
    }
    report.warnings().forEach(w -> LOG.warn("Image set {}: {}", report.name(), w.message()));
    var imageSet = ImageSetVariable.of(report);
    var uuid =
        asked
            .resourceUuid()
            .orElseGet(
                () -> newResource.uuidFor(job.getBpmnProcessId(), job.getProcessInstanceKey()));
    var folder = resultFolder(asked.resultFolder(), report.name(), uuid);
    draft.write(folder, uuid, report, asked.types(), source);
    listener.imageSetChecked(job.getProcessInstanceKey(), uuid, imageSet);
    return new CheckedImages(imageSet, uuid, folder);
  }

  /** Each photograph shows that the worker lives, and is the place to stop when nobody wants it. */
  private static PhotographListener sign(JobHeartbeat heartbeat, PhotographListener listener) {
    return (file, photograph) -> {
      heartbeat.alive();
      listener.usable(file, photograph);
    };
  }

  private String resultFolder(String wanted, String imageSetName, String resourceUuid) {
    try {
      return results.resolve(wanted, imageSetName, resourceUuid).toString();
    } catch (ResultException e) {
      throw new BusinessError(BpmnErrorCode.REQUEST_INVALID, e.getMessage());
    }
  }

  /** It becomes part of a URL path, so it must be nothing but a UUID. */
  private static String validUuid(String text) {
    try {
      return UUID.fromString(text).toString();
    } catch (IllegalArgumentException e) {
      throw new BusinessError(
          BpmnErrorCode.REQUEST_INVALID,
          "The variable resourceUuid is no UUID. Leave it out, or give one that was never used.");
    }
  }

  /** What the job writes. */
  public record CheckedImages(
      ImageSetVariable imageSet, String resourceUuid, String resultFolder) {}
}
