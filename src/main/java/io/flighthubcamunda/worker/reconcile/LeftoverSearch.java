package io.flighthubcamunda.worker.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.flighthubcamunda.api.FlightHubRefusalException;
import io.flighthubcamunda.api.ModelDetails;
import io.flighthubcamunda.api.ModelStatus;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.api.RefusalReason;
import io.flighthubcamunda.api.ResourceDetails;
import io.flighthubcamunda.worker.instance.FoundInstance;
import io.flighthubcamunda.worker.instance.InstanceSearch;
import io.flighthubcamunda.worker.instance.ResourceUuids;
import io.flighthubcamunda.worker.instance.SearchUnavailableException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One look at what FlightHub holds of ours without an instance: models of the running list, and
 * resources of instances that were cancelled from outside. Touches nothing.
 */
final class LeftoverSearch {

  private static final String RESOURCE_UUID = "resourceUuid";

  /** All models that an instance ever started are in one of these. */
  private static final Set<String> MODELS = Set.of("models", "startedModels", "restartedModels");

  private static final Set<ModelStatus> RUNNING =
      EnumSet.of(ModelStatus.QUEUED, ModelStatus.RECONSTRUCTING);

  private final OpenModelApi flightHub;
  private final InstanceSearch search;
  private final ResourceUuids uuids;
  private final InstanceJudge judge;

  private final Map<String, Leftover> leftovers = new LinkedHashMap<>();
  private final List<NotJudged> notJudged = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private int living;

  LeftoverSearch(
      OpenModelApi flightHub, InstanceSearch search, ResourceUuids uuids, InstanceJudge judge) {
    this.flightHub = flightHub;
    this.search = search;
    this.uuids = uuids;
    this.judge = judge;
  }

  /**
   * @param apply as the result is to have it
   */
  Reconciliation look(boolean apply) {
    running()
        .forEach((resourceUuid, models) -> sort(resourceUuid, models, judge.judge(resourceUuid)));
    try {
      search.cancelled().forEach(this::lookAtResource);
    } catch (SearchUnavailableException e) {
      notes.add("Only running models were looked at. " + e.getMessage());
    }
    return Reconciliation.found(apply, living, List.copyOf(leftovers.values()), notJudged, notes);
  }

  /** The running list comes first: who is on it has an instance, or had one. */
  private Map<String, List<ModelDetails>> running() {
    try {
      return flightHub.listRunning().list().stream()
          .collect(
              Collectors.groupingBy(
                  model -> model.resourceUuid() == null ? "" : model.resourceUuid(),
                  TreeMap::new,
                  Collectors.toList()));
    } catch (FlightHubRefusalException e) {
      if (e.reason() != RefusalReason.NOT_OFFERED && e.reason() != RefusalReason.NOT_FOUND) {
        throw e;
      }
      notes.add("This FlightHub has no list of running models.");
      return Map.of();
    }
  }

  private void sort(String resourceUuid, List<ModelDetails> models, Verdict verdict) {
    var modelUuids = models.stream().map(ModelDetails::modelUuid).toList();
    switch (verdict) {
      case Verdict.Lives lives -> living++;
      case Verdict.Unclear unclear ->
          notJudged.add(new NotJudged(resourceUuid, modelUuids, unclear.why()));
      case Verdict.Gone gone -> {
        // One that ended by itself may have left a model that was ready by then.
        if (gone.cancelled() || modelUuids.stream().anyMatch(this::stillRuns)) {
          add(resourceUuid, modelUuids, gone);
        }
      }
    }
  }

  private void add(String resourceUuid, List<String> models, Verdict.Gone gone) {
    leftovers.put(
        resourceUuid,
        new Leftover(
            resourceUuid,
            gone.processInstanceKey(),
            models,
            gone.keepModels(),
            gone.keepResource(),
            Leftover.State.FOUND,
            null));
  }

  private boolean stillRuns(String modelUuid) {
    try {
      return RUNNING.contains(flightHub.getModel(modelUuid).status());
    } catch (FlightHubRefusalException e) {
      return false;
    }
  }

  private void lookAtResource(FoundInstance instance) {
    var asked = new HashSet<>(MODELS);
    asked.add(RESOURCE_UUID);
    var variables = search.variables(instance.key(), asked);
    var chosen = variables.get(RESOURCE_UUID);
    var resourceUuid =
        chosen != null && chosen.isTextual() ? chosen.asText() : uuids.ofInstance(instance.key());
    if (leftovers.containsKey(resourceUuid)) {
      return;
    }
    var models = modelUuids(variables);
    var usable = usable(resourceUuid);
    if ((usable || !models.isEmpty())
        && judge.judge(resourceUuid) instanceof Verdict.Gone gone
        && (usable && !gone.keepResource()
            || !gone.keepModels() && models.stream().anyMatch(this::exists))) {
      add(resourceUuid, models, gone);
    }
  }

  /** Those that run no more are in no list of FlightHub's. */
  private static List<String> modelUuids(Map<String, JsonNode> variables) {
    return MODELS.stream()
        .map(variables::get)
        .filter(Objects::nonNull)
        .flatMap(models -> models.findValuesAsText("uuid").stream())
        .distinct()
        .sorted()
        .toList();
  }

  private boolean exists(String modelUuid) {
    try {
      flightHub.getModel(modelUuid);
      return true;
    } catch (FlightHubRefusalException e) {
      return false;
    }
  }

  private boolean usable(String resourceUuid) {
    try {
      return flightHub.getResource(resourceUuid).state() == ResourceDetails.State.IMPORTED;
    } catch (FlightHubRefusalException e) {
      return false;
    }
  }
}
