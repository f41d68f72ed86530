package io.flighthubcamunda.worker.job;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.flighthubcamunda.api.FlightHubRefusalException;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.worker.job.RemoteCleanUp.Settled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
   * @param models those that the process knows; unless all of them are ready, the running list is
   *     asked for others of the resource
   * @param results tells which models a person has yet to fetch; those always stay
   * @param keepModels whether models that became ready stay in FlightHub; others never do
   */
  @JobWorker(
      type = "flighthub.reconstruction.clean-up",
      timeout = JobTimeouts.FEW_CALLS,
      streamEnabled = true,
      fetchVariables = {"resourceUuid", "models", "results", "keepResource", "keepModels"})
  public CleanedUp cleanUp(
      @Variable(name = "resourceUuid", optional = true) String resourceUuid,
      @Variable(name = "models", optional = true) Model[] models,
      @Variable(name = "results", optional = true) ResultWorker.Result[] results,
      @Variable(name = "keepResource", optional = true) Boolean keepResource,
      @Variable(name = "keepModels", optional = true) Boolean keepModels) {
    if (resourceUuid == null) {
      return new CleanedUp(new CleanUp(List.of(), List.of(), false));
    }
    var kept = new ArrayList<String>();
    var deleted = new ArrayList<String>();
    var stopping = new ArrayList<String>();
    var keepReady = keepModels == null || keepModels;
    var known = models == null ? List.<Model>of() : List.of(models);
    var toFetch = toFetch(results);
    for (var uuid : modelsOf(resourceUuid, known)) {
      var keep = keepReady || toFetch.contains(uuid);
      switch (keep && ready(uuid, known) ? Settled.KEPT : remote.settle(uuid, keep)) {
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

  /**
   * A start whose answer was lost is in no variable, but in the running list. When all became
   * ready, the process knew them all, and none runs.
   */
  private Set<String> modelsOf(String resourceUuid, List<Model> known) {
    var uuids = new LinkedHashSet<String>();
    known.stream().map(Model::uuid).forEach(uuids::add);
    if (!known.isEmpty() && known.stream().allMatch(CleanUpWorker::ready)) {
      return uuids;
    }
    try {
      flightHub.listRunning().ofResource(resourceUuid).forEach(m -> uuids.add(m.modelUuid()));
    } catch (FlightHubRefusalException e) {
      LOG.debug("No running list to look for further models of {}: {}", resourceUuid, e.toString());
    }
    return uuids;
  }

  /** Models whose result lies nowhere but in FlightHub. */
  private static Set<String> toFetch(ResultWorker.Result[] results) {
    return results == null
        ? Set.of()
        : Arrays.stream(results)
            .filter(result -> result != null && result.modelUuid() != null)
            .map(ResultWorker.Result::modelUuid)
            .collect(Collectors.toSet());
  }

  /** Whether the process saw the model ready, which it then stays. */
  private static boolean ready(String uuid, List<Model> known) {
    return known.stream().anyMatch(model -> uuid.equals(model.uuid()) && ready(model));
  }

  private static boolean ready(Model model) {
    return model.state() == ModelState.READY;
  }

  /** The process variable {@code cleanUp}: model UUIDs, and whether the resource was deleted. */
  public record CleanUp(
      List<String> keptModels, List<String> deletedModels, boolean resourceDeleted) {}

  /** What the job writes. */
  public record CleanedUp(CleanUp cleanUp) {}
}
