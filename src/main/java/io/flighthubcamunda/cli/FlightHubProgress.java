package io.flighthubcamunda.cli;

import io.flighthubcamunda.api.FlightHubException;
import io.flighthubcamunda.api.ModelDetails;
import io.flighthubcamunda.api.ModelStatus;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.cli.ReconstructionProgress.ModelProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Asks FlightHub itself how far one resource is, so that a reconstruction can be followed on any
 * engine version. Costs one call per look while files are uploaded, then one per model.
 */
public final class FlightHubProgress implements Supplier<ReconstructionProgress> {

  /** What becomes of it is not FlightHub's to say: perhaps a person is asked. */
  private static final String FAILED_STEP = "failed, see Tasklist";

  private final OpenModelApi flightHub;
  private final String resourceUuid;
  private final PlannedUpload plan;
  private final InstantSource clock;
  private final UploadRate rate = new UploadRate();
  private final Map<ReconstructionType, ModelDetails> models = new TreeMap<>();
  private final Duration interval;
  private UploadState upload;
  private Instant nextLook;

  /**
   * @param plan what makes up the resource
   * @param interval shortest time between two looks, because the workers need the calls more
   */
  public FlightHubProgress(
      OpenModelApi flightHub, String resourceUuid, PlannedUpload plan, Duration interval) {
    this(flightHub, resourceUuid, plan, interval, InstantSource.system());
  }

  /** For whoever knows of the upload from elsewhere, and asks once it is complete. */
  public static FlightHubProgress ofModels(
      OpenModelApi flightHub, String resourceUuid, Duration interval) {
    return new FlightHubProgress(flightHub, resourceUuid, PlannedUpload.NOTHING, interval);
  }

  FlightHubProgress(
      OpenModelApi flightHub,
      String resourceUuid,
      PlannedUpload plan,
      Duration interval,
      InstantSource clock) {
    this.flightHub = flightHub;
    this.resourceUuid = resourceUuid;
    this.plan = plan;
    this.interval = interval;
    this.clock = clock;
    this.upload = plan.state(List.of(), 0, rate, clock.instant());
    this.nextLook = clock.instant();
  }

  /** The last known state, also when FlightHub can't be asked just now. */
  @Override
  public ReconstructionProgress get() {
    var now = clock.instant();
    if (now.isBefore(nextLook)) {
      return snapshot();
    }
    nextLook = now.plus(interval);
    try {
      if (upload.known() && !upload.complete()) {
        var resource = flightHub.getResource(resourceUuid);
        upload = plan.state(resource.fileNames(), resource.resourceSize(), rate, clock.instant());
      } else if (models.isEmpty()) {
        flightHub.listRunning().ofResource(resourceUuid).forEach(this::keep);
      } else {
        List.copyOf(models.values()).forEach(m -> keep(flightHub.getModel(m.modelUuid())));
        if (models.values().stream().anyMatch(FlightHubProgress::failed)) {
          // One that the failure policy, or a person, lets be tried again.
          flightHub.listRunning().ofResource(resourceUuid).forEach(this::keep);
        }
      }
    } catch (FlightHubException e) {
      // Not there yet, gone again, or out of reach: the worker deals with it.
      return snapshot();
    }
    return snapshot();
  }

  private void keep(ModelDetails model) {
    Arrays.stream(ReconstructionType.values())
        .filter(type -> type.modelType() == model.modelType())
        .forEach(type -> models.put(type, model));
  }

  private static boolean failed(ModelDetails model) {
    return model.status() == ModelStatus.FAILED
        || model.status() == ModelStatus.NO_COMPUTING_RESOURCE;
  }

  private ReconstructionProgress snapshot() {
    return new ReconstructionProgress(
        upload, models.entrySet().stream().map(e -> progress(e.getKey(), e.getValue())).toList());
  }

  private static ModelProgress progress(ReconstructionType type, ModelDetails model) {
    if (model.status() == ModelStatus.QUEUED) {
      return new ModelProgress(type, "queued", 0, false);
    }
    if (model.packaged()) {
      return new ModelProgress(type, "ready", 100, true);
    }
    return switch (model.status()) {
      case SUCCEEDED -> new ModelProgress(type, "packaging", model.zipProgress(), false);
      case FAILED, NO_COMPUTING_RESOURCE ->
          new ModelProgress(type, FAILED_STEP, model.reconstructionProgress(), false);
      case CANCELLED -> new ModelProgress(type, "cancelled", model.reconstructionProgress(), true);
      default -> new ModelProgress(type, "reconstructing", model.reconstructionProgress(), false);
    };
  }
}
