package io.flighthubcamunda.cli;

import io.flighthubcamunda.api.FlightHubException;
import io.flighthubcamunda.api.ModelDetails;
import io.flighthubcamunda.api.ModelStatus;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.cli.ReconstructionProgress.ModelProgress;
import java.time.Duration;
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

  private final OpenModelApi flightHub;
  private final String resourceUuid;
  private final long fileCount;
  private final Map<ReconstructionType, ModelDetails> models = new TreeMap<>();
  private final Duration interval;
  private long registered;
  private long nextLook = System.nanoTime();

  /**
   * @param fileCount files that make up the resource
   * @param interval shortest time between two looks, because the workers need the calls more
   */
  public FlightHubProgress(
      OpenModelApi flightHub, String resourceUuid, long fileCount, Duration interval) {
    this.flightHub = flightHub;
    this.resourceUuid = resourceUuid;
    this.fileCount = fileCount;
    this.interval = interval;
  }

  /** The last known state, also when FlightHub can't be asked just now. */
  @Override
  public ReconstructionProgress get() {
    if (System.nanoTime() - nextLook < 0) {
      return snapshot();
    }
    nextLook = System.nanoTime() + interval.toNanos();
    try {
      if (registered < fileCount) {
        registered = flightHub.getResource(resourceUuid).fileNames().size();
      } else if (models.isEmpty()) {
        flightHub.listRunning().ofResource(resourceUuid).forEach(this::keep);
      } else {
        List.copyOf(models.values()).forEach(m -> keep(flightHub.getModel(m.modelUuid())));
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

  private ReconstructionProgress snapshot() {
    return new ReconstructionProgress(
        registered,
        fileCount,
        models.entrySet().stream().map(e -> progress(e.getKey(), e.getValue())).toList());
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
          new ModelProgress(type, "failed", model.reconstructionProgress(), true);
      case CANCELLED -> new ModelProgress(type, "cancelled", model.reconstructionProgress(), true);
      default -> new ModelProgress(type, "reconstructing", model.reconstructionProgress(), false);
    };
  }
}
