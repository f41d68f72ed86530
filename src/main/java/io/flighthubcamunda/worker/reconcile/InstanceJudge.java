package io.flighthubcamunda.worker.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.flighthubcamunda.worker.instance.FoundInstance;
import io.flighthubcamunda.worker.instance.InstanceSearch;
import io.flighthubcamunda.worker.instance.LivingInstances;
import io.flighthubcamunda.worker.instance.ResourceUuids;
import io.flighthubcamunda.worker.instance.SearchUnavailableException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges by the UUID of a resource whether its instance goes on. The broker says who lives; who was
 * cancelled, the search store. Where there is no such store, only UUIDs that instances made of
 * their own keys can be judged, and only if the installation has a name: else they might be those
 * of another Camunda with the same FlightHub project.
 */
final class InstanceJudge {

  private static final String RESOURCE_UUID = "resourceUuid";
  private static final String KEEP_RESOURCE = "keepResource";
  private static final String KEEP_MODELS = "keepModels";
  private static final String AFTER_FAILURE = "AfterFailure";

  private final LivingInstances engine;
  private final InstanceSearch search;
  private final ResourceUuids uuids;
  private final boolean installationNamed;

  InstanceJudge(
      LivingInstances engine,
      InstanceSearch search,
      ResourceUuids uuids,
      boolean installationNamed) {
    this.engine = engine;
    this.search = search;
    this.uuids = uuids;
    this.installationNamed = installationNamed;
  }

  Verdict judge(String resourceUuid) {
    var key = uuids.instanceOf(resourceUuid);
    return key.isPresent() ? ofKey(key.getAsLong()) : ofUuid(resourceUuid);
  }

  boolean lives(long processInstanceKey) {
    return engine.lives(processInstanceKey);
  }

  /** Somebody else chose the UUID, for instance whoever started the instance. */
  private Verdict ofUuid(String resourceUuid) {
    try {
      var instances =
          search.withVariable(RESOURCE_UUID, resourceUuid).stream()
              .filter(FoundInstance::reconstruction)
              .toList();
      if (instances.stream().anyMatch(instance -> engine.lives(instance.key()))) {
        return new Verdict.Lives();
      }
      if (instances.isEmpty()) {
        return new Verdict.Unclear("No instance here is known to have this resource.");
      }
      return instances.stream().allMatch(InstanceJudge::cancelled)
          ? cancelled(instances.getFirst().key())
          : endedByItself(instances.getFirst());
    } catch (SearchUnavailableException e) {
      return new Verdict.Unclear("No instance here made this resource's UUID.");
    }
  }

  private Verdict ofKey(long key) {
    if (engine.lives(key)) {
      return new Verdict.Lives();
    }
    try {
      var found = search.find(key);
      if (found.isEmpty()) {
        return new Verdict.Unclear(
            "Camunda's search does not know its instance %d.".formatted(key));
      }
      return cancelled(found.get()) ? cancelled(key) : endedByItself(found.get());
    } catch (SearchUnavailableException e) {
      return installationNamed
          ? new Verdict.Gone(key, false, true, false)
          : new Verdict.Unclear(
              "Its instance %d is gone here, but it may be one of another Camunda: set flighthub.operate.url so that instances can be searched, or name this one with flighthub.installation."
                  .formatted(key));
    }
  }

  private Verdict cancelled(long key) {
    var wanted =
        search.variables(
            key,
            Set.of(
                KEEP_RESOURCE,
                KEEP_MODELS,
                KEEP_RESOURCE + AFTER_FAILURE,
                KEEP_MODELS + AFTER_FAILURE));
    return new Verdict.Gone(
        key, true, keeps(wanted, KEEP_MODELS, true), keeps(wanted, KEEP_RESOURCE, false));
  }

  /** As the process has it: what counts after a failure, and where that is not said, always. */
  private static boolean keeps(Map<String, JsonNode> wanted, String what, boolean unsaid) {
    return Stream.of(what + AFTER_FAILURE, what)
        .map(wanted::get)
        .filter(said -> said != null && said.isBoolean())
        .findFirst()
        .map(JsonNode::booleanValue)
        .orElse(unsaid);
  }

  private static Verdict endedByItself(FoundInstance instance) {
    return new Verdict.Unclear(
        instance.state() == FoundInstance.State.COMPLETED
            ? "Its instance %d has ended by itself.".formatted(instance.key())
            : "Camunda's search has not heard yet how its instance %d ended."
                .formatted(instance.key()));
  }

  private static boolean cancelled(FoundInstance instance) {
    return instance.state() == FoundInstance.State.CANCELLED;
  }
}
