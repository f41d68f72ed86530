package io.flighthubcamunda.worker.job;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.flighthubcamunda.api.FlightHubRefusalException;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.api.RefusalReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Leaves nothing behind: stops what runs for a resource, deletes its models and the resource, as
 * asked for. Each step may be repeated; "already gone" is success.
 */
@Component
public class CleanUpWorker {

  private static final Logger LOG = LoggerFactory.getLogger(CleanUpWorker.class);

  private final OpenModelApi flightHub;

  CleanUpWorker(OpenModelApi flightHub) {
    this.flightHub = flightHub;
  }

  /**
   * @param models those that the process knows; others of the resource are found in the running
   *     list
   * @param keepModels whether models that became ready stay in FlightHub; others never do
   */
  @JobWorker(
      type = "flighthub.reconstruction.clean-up",
      fetchVariables = {"resourceUuid", "models", "keepResource", "keepModels"})
  public CleanedUp cleanUp(
      @Variable(name = "resourceUuid", optional = true) String resourceUuid,
      @Variable(name = "models", optional = true) Model[] models,
      @Variable(name = "keepResource", optional = true) Boolean keepResource,
      @Variable(name = "keepModels", optional = true) Boolean keepModels) {
    if (resourceUuid == null) {
      return new CleanedUp(new CleanUp(List.of(), List.of(), false));
    }
    var kept = new ArrayList<String>();
    var deleted = new ArrayList<String>();
    var stopping = new ArrayList<String>();
    for (var uuid : modelsOf(resourceUuid, models)) {
      switch (settle(uuid, keepModels == null || keepModels)) {
        case KEPT -> kept.add(uuid);
        case DELETED -> deleted.add(uuid);
        case STOPPING -> stopping.add(uuid);
      }
    }
    if (!stopping.isEmpty()) {
      throw new NotYet(
          "FlightHub is still stopping %d model(s) of resource %s: %s."
              .formatted(stopping.size(), resourceUuid, String.join(", ", stopping)));
    }
    var delete = keepResource == null || !keepResource;
    if (delete) {
      deleteResource(resourceUuid);
    }
    return new CleanedUp(new CleanUp(kept, deleted, delete));
  }

  /** A start whose answer was lost is in no variable, but in the running list. */
  private Set<String> modelsOf(String resourceUuid, Model[] models) {
    var uuids = new LinkedHashSet<String>();
    if (models != null) {
      Arrays.stream(models).map(Model::uuid).forEach(uuids::add);
    }
    try {
      flightHub.listRunning().ofResource(resourceUuid).forEach(m -> uuids.add(m.modelUuid()));
    } catch (FlightHubRefusalException e) {
      LOG.debug("No running list to look for further models of {}: {}", resourceUuid, e.toString());
    }
    return uuids;
  }

  private Settled settle(String uuid, boolean keepReady) {
    ModelState state;
    try {
      state = ModelObservation.state(flightHub.getModel(uuid));
    } catch (FlightHubRefusalException e) {
      return gone(e, Settled.DELETED);
    }
    if (state == ModelState.QUEUED || state == ModelState.RECONSTRUCTING) {
      // A refusal means that it ended in this moment; the next look sees how.
      attempt(() -> flightHub.stop(uuid));
      return Settled.STOPPING;
    }
    if (keepReady && (state == ModelState.READY || state == ModelState.PACKAGING)) {
      return Settled.KEPT;
    }
    try {
      flightHub.deleteModel(uuid);
    } catch (FlightHubRefusalException e) {
      return inUse(e) ? Settled.STOPPING : gone(e, Settled.DELETED);
    }
    return Settled.DELETED;
  }

  private void deleteResource(String resourceUuid) {
    try {
      flightHub.deleteResource(resourceUuid);
    } catch (FlightHubRefusalException e) {
      if (inUse(e)) {
        throw new NotYet(
            "FlightHub still uses resource %s: %s".formatted(resourceUuid, e.getMessage()));
      }
      gone(e, null);
    }
  }

  private static void attempt(Runnable call) {
    try {
      call.run();
    } catch (FlightHubRefusalException e) {
      LOG.debug("Not needed: {}", e.toString());
    }
  }

  private static boolean inUse(FlightHubRefusalException e) {
    return e.reason() == RefusalReason.IN_USE;
  }

  private static Settled gone(FlightHubRefusalException e, Settled then) {
    if (e.reason() == RefusalReason.NOT_FOUND || e.reason() == RefusalReason.RESOURCE_NOT_USABLE) {
      return then;
    }
    throw e;
  }

  private enum Settled {
    KEPT,
    DELETED,
    STOPPING
  }

  /** The process variable {@code cleanUp}: model UUIDs, and whether the resource was deleted. */
  public record CleanUp(
      List<String> keptModels, List<String> deletedModels, boolean resourceDeleted) {}

  /** What the job writes. */
  public record CleanedUp(CleanUp cleanUp) {}
}
