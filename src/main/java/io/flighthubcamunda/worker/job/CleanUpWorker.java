package io.flighthubcamunda.worker.job;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.flighthubcamunda.api.FlightHubRefusalException;
import io.flighthubcamunda.api.OpenModelApi;
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
  private final RemoteCleanUp remote;

  CleanUpWorker(OpenModelApi flightHub, RemoteCleanUp remote) {
    this.flightHub = flightHub;
    this.remote = remote;
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
      switch (remote.settle(uuid, keepModels == null || keepModels)) {
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
      remote.deleteResource(resourceUuid);
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

  /** The process variable {@code cleanUp}: model UUIDs, and whether the resource was deleted. */
  public record CleanUp(
      List<String> keptModels, List<String> deletedModels, boolean resourceDeleted) {}

  /** What the job writes. */
  public record CleanedUp(CleanUp cleanUp) {}
}
