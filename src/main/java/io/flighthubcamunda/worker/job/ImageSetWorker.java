package io.flighthubcamunda.worker.job;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.flighthubcamunda.imageset.BatchLimits;
import io.flighthubcamunda.imageset.Finding;
import io.flighthubcamunda.imageset.ImageSetCheck;
import io.flighthubcamunda.result.ResultException;
import io.flighthubcamunda.result.ResultFolder;
import io.flighthubcamunda.schedule.PollSchedule;
import io.flighthubcamunda.source.ImageSources;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at everything that a reconstruction was asked for before anything is sent anywhere. */
@Component
public class ImageSetWorker {

  private static final Logger LOG = LoggerFactory.getLogger(ImageSetWorker.class);

  private final ImageSources sources;
  private final ImageSetCheck check;
  private final BatchLimits limits;
  private final ResultFolder results;
  private final CheckPage page;
  private final PollSchedule schedule;
  private final NewResource newResource;
  private final WorkerListener listener;

  ImageSetWorker(
      ImageSources sources,
      ImageSetCheck check,
      BatchLimits limits,
      ResultFolder results,
      CheckPage page,
      PollSchedule schedule,
      NewResource newResource,
      WorkerListener listener) {
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
      timeout = 600_000,
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
    var source = sources.open(imageFolder);
    var draft = page.draft();
    var report = check.check(source, imageSetName, request.types(), limits, draft.listener());
    if (!report.errors().isEmpty()) {
      // FlightHub is not asked for a set that it will never see, so the instance names the folder.
      var name = given.orElse(Long.toString(job.getProcessInstanceKey()));
      draft.write(resultFolder, name, report, request.types(), source);
      throw new BusinessError(
          BpmnErrorCode.IMAGE_SET_INVALID,
          report.errors().stream().map(Finding::message).collect(Collectors.joining(" ")));
    }
    report.warnings().forEach(w -> LOG.warn("Image set {}: {}", report.name(), w.message()));
    var imageSet = ImageSetVariable.of(report);
    var uuid =
        given.orElseGet(
            () -> newResource.uuidFor(job.getBpmnProcessId(), job.getProcessInstanceKey()));
    var folder = resultFolder(resultFolder, report.name(), uuid);
    draft.write(folder, uuid, report, request.types(), source);
    listener.imageSetChecked(job.getProcessInstanceKey(), uuid, imageSet);
    return new CheckedImages(imageSet, uuid, folder);
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
