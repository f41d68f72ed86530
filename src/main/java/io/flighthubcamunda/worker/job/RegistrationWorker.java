package io.flighthubcamunda.worker.job;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import io.flighthubcamunda.api.FlightHubRefusalException;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.api.RefusalReason;
import io.flighthubcamunda.api.ResourceDetails;
import io.flighthubcamunda.upload.UploadedFile;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes uploaded files known to FlightHub, and looks at the resource that they make up. */
@Component
public class RegistrationWorker {

  /** What FlightHub's own machines may differ by. */
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(1);

  private final OpenModelApi flightHub;
  private final BatchRegistration registration;
  private final InstantSource clock;

  RegistrationWorker(OpenModelApi flightHub, BatchRegistration registration, InstantSource clock) {
    this.flightHub = flightHub;
    this.registration = registration;
    this.clock = clock;
  }

  /** Shows whether this account may upload; no key leaves the worker. */
  @JobWorker(type = "flighthub.open-model.obtain-token", timeout = JobTimeouts.FEW_CALLS)
  public UploadPermission obtainToken() {
    var credential = flightHub.obtainToken();
    return new UploadPermission(
        new StorageVariable(
            credential.cloudName(),
            credential.region(),
            credential.cloudBucketName(),
            credential.expiresAt().toString()));
  }

  /**
   * Registers a batch; names that FlightHub leaves out of its answer are sent once more.
   *
   * @param callbackExpiresAt when {@code callbackParam} ends by FlightHub's clock, ISO-8601; a
   *     refusal that FlightHub dates before that time has another reason, which a new upload would
   *     not change
   * @param files may be empty when all of the batch were registered before
   * @param alreadyRegisteredCount files of the batch that its upload registered, because their
   *     credential ended
   * @param keepResource whether images stay in FlightHub even when the process instance was
   *     cancelled meanwhile
   * @throws BusinessError {@code UPLOAD_EXPIRED}
   */
  @JobWorker(
      type = "flighthub.open-model.upload-callback",
      timeout = JobTimeouts.FEW_CALLS,
      streamEnabled = true,
      fetchVariables = {
        "resourceUuid",
        "resourceName",
        "callbackParam",
        "callbackExpiresAt",
        "files",
        "alreadyRegisteredCount",
        "keepResource"
      })
  public RegisteredBatch uploadCallback(
      @Variable(name = "resourceUuid") String resourceUuid,
      @Variable(name = "resourceName", optional = true) String resourceName,
      @Variable(name = "callbackParam") String callbackParam,
      @Variable(name = "callbackExpiresAt", optional = true) String callbackExpiresAt,
      @Variable(name = "files") UploadedFile[] uploaded,
      @Variable(name = "alreadyRegisteredCount", optional = true) Integer alreadyRegisteredCount,
      @Variable(name = "keepResource", optional = true) Boolean keepResource,
      ActivatedJob job) {
    var keep = keepResource != null && keepResource;
    var target = new BatchRegistration.Target(resourceUuid, resourceName, keep);
    var files = List.of(uploaded);
    try {
      requireNone(registration.register(target, callbackParam, files, job), files);
    } catch (FlightHubRefusalException e) {
      if (e.reason() == RefusalReason.CREDENTIAL_EXPIRED && expired(callbackExpiresAt, e)) {
        throw new BusinessError(
            FailureVariable.of(BpmnErrorCode.UPLOAD_EXPIRED, e.getMessage(), e.code()));
      }
      throw e;
    }
    var before = alreadyRegisteredCount == null ? 0 : alreadyRegisteredCount;
    return new RegisteredBatch(before + files.size());
  }

  /** Both times are FlightHub's, so that it does not matter what time it is here. */
  private boolean expired(String expiresAt, FlightHubRefusalException refusal) {
    var now = refusal.answeredAt().orElseGet(clock::instant);
    return expiresAt == null || !now.plus(CLOCKS_DIFFER_BY).isBefore(Instant.parse(expiresAt));
  }

  private static void requireNone(List<UploadedFile> missing, List<UploadedFile> files) {
    if (!missing.isEmpty()) {
      throw new NotYet(
          "FlightHub registered %d of %d files; missing: %s."
              .formatted(
                  files.size() - missing.size(),
                  files.size(),
                  String.join(", ", missing.stream().limit(5).map(UploadedFile::name).toList())));
    }
  }

  /**
   * Writes {@code resource}. With {@code expectedFileCount} it waits until FlightHub lists as many
   * files.
   */
  @JobWorker(
      type = "flighthub.open-model.get-resource",
      streamEnabled = true,
      timeout = JobTimeouts.FEW_CALLS)
  public ConfirmedResource getResource(
      @Variable(name = "resourceUuid") String resourceUuid,
      @Variable(name = "expectedFileCount", optional = true) Integer expectedFileCount) {
    var resource = flightHub.getResource(resourceUuid);
    if (resource.state() == ResourceDetails.State.WAITING_FOR_DELETION
        || resource.state() == ResourceDetails.State.DELETED) {
      throw new BusinessError(
          FailureVariable.of(
              BpmnErrorCode.IMAGE_SET_CHANGED,
              "The uploaded image set %s was deleted in FlightHub.".formatted(resourceUuid)));
    }
    var count = resource.fileNames().size();
    if (expectedFileCount != null && count < expectedFileCount) {
      throw new NotYet(
          "FlightHub lists %d of %d uploaded files of resource %s."
              .formatted(count, expectedFileCount, resourceUuid));
    }
    return new ConfirmedResource(new Resource(resourceUuid, count, resource.resourceSize()));
  }

  /** Marks the resource for deletion; one that is gone already is fine. */
  @JobWorker(type = "flighthub.open-model.delete-resource", timeout = JobTimeouts.FEW_CALLS)
  public DeletedResource deleteResource(@Variable(name = "resourceUuid") String resourceUuid) {
    try {
      flightHub.deleteResource(resourceUuid);
    } catch (FlightHubRefusalException e) {
      if (e.reason() != RefusalReason.NOT_FOUND
          && e.reason() != RefusalReason.RESOURCE_NOT_USABLE) {
        throw e;
      }
    }
    return new DeletedResource(true);
  }

  /** The process variable {@code resource}. */
  public record Resource(String uuid, int fileCount, long sizeBytes) {}

  /**
   * The process variable {@code storage}.
   *
   * @param expiresAt ISO-8601 UTC
   */
  public record StorageVariable(String cloudName, String region, String bucket, String expiresAt) {}

  /** What obtaining a credential writes. */
  public record UploadPermission(StorageVariable storage) {}

  /** What registering a batch writes. */
  public record RegisteredBatch(int registeredCount) {}

  /** What the look at a resource writes. */
  public record ConfirmedResource(Resource resource) {}

  /** What deleting a resource writes. */
  public record DeletedResource(boolean resourceDeleted) {}
}
