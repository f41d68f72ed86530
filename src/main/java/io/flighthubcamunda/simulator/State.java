package io.flighthubcamunda.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Everything FlightHub remembers. Deleted models stay, because their images stay consumed. */
final class State {

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Resource> resources = new LinkedHashMap<>();
  private final Map<String, Model> models = new LinkedHashMap<>();
  private final Map<Resource, List<Model>> modelsOf = new HashMap<>();
  private final Set<Resource> holdingFiles = new LinkedHashSet<>();
  private final Map<String, Duration> listLags = new HashMap<>();
  private int peakRunning;

  /** Runs with nobody else reading or changing the state. */
  <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  List<Resource> resources() {
    return new ArrayList<>(resources.values());
  }

  /** Those whose files lie in the store; the others are many in the long run. */
  List<Resource> resourcesHoldingFiles() {
    holdingFiles.removeIf(Resource::purged);
    return new ArrayList<>(holdingFiles);
  }

  Optional<Resource> resource(String uuid, String project) {
    return Optional.ofNullable(resources.get(uuid)).filter(r -> r.project().equals(project));
  }

  Resource resourceOrNew(String uuid, String project) {
    Resource resource = resources.computeIfAbsent(uuid, unused -> newResource(uuid, project));
    if (!resource.project().equals(project)) {
      throw RefusalCode.PARAMETER.because("resource_uuid belongs to another project");
    }
    return resource;
  }

  private Resource newResource(String uuid, String project) {
    Resource resource = new Resource(uuid, project);
    holdingFiles.add(resource);
    return resource;
  }

  void setListLag(String resourceUuid, Duration lag) {
    listLags.put(resourceUuid, lag);
  }

  /** How far the running list is behind for the models of a resource. */
  Duration listLag(Resource resource, RunningList list) {
    return listLags.getOrDefault(resource.uuid(), list.lag());
  }

  List<Model> models() {
    return new ArrayList<>(models.values());
  }

  List<Model> modelsOf(Resource resource) {
    return modelsOf.getOrDefault(resource, List.of());
  }

  Optional<Model> model(String uuid) {
    return Optional.ofNullable(models.get(uuid));
  }

  Model model(String uuid, String project) {
    return model(uuid)
        .filter(model -> !model.deleted() && model.resource().project().equals(project))
        .orElseThrow(() -> RefusalCode.NOT_FOUND.because("model %s not found", uuid));
  }

  void add(Model model) {
    models.put(model.uuid(), model);
    modelsOf.computeIfAbsent(model.resource(), unused -> new ArrayList<>()).add(model);
  }

  long quotaUsed(Instant now) {
    return models.values().stream()
        .filter(model -> model.at(now).consumesQuota())
        .mapToLong(Model::imageCount)
        .sum();
  }

  /** Tasks that are queued or executing; one per model, or one per start call. */
  int running(Instant now, boolean typesCountSeparately) {
    return (int)
        models.values().stream()
            .filter(model -> model.at(now).occupiesSlot())
            .map(model -> typesCountSeparately ? model.uuid() : model.startId())
            .distinct()
            .count();
  }

  /** Only a start can make more run than before, so it is enough to look then. */
  void notePeak(int running) {
    peakRunning = Math.max(peakRunning, running);
  }

  int peakRunning() {
    return peakRunning;
  }
}
