package io.flighthubcamunda.simulator;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Result archives, made when somebody first looks at a model whose packaging is over. Also clears
 * away the photographs of deleted resources, once no archive needs them any more.
 */
final class Archives {

  private final State state;
  private final ObjectStore store;
  private final InstantSource clock;
  private final Timing timing;
  private final ResultArchive content;
  private final Map<String, ReentrantLock> making = new ConcurrentHashMap<>();

  Archives(State state, ObjectStore store, SimulatorSettings settings) {
    this.state = state;
    this.store = store;
    this.clock = settings.clock();
    this.timing = settings.timing();
    this.content =
        new ResultArchive(
            settings.behaviour().contactSheetLeftOut()
                ? Optional.empty()
                : Optional.of(new ContactSheet(store)));
  }

  /** Makes the archive unless it is there, and returns its size in bytes. */
  long ensure(Model model) {
    ReentrantLock lock = making.computeIfAbsent(model.uuid(), unused -> new ReentrantLock());
    lock.lock();
    try {
      return state.locked(model::archiveBytes).orElseGet(() -> make(model));
    } finally {
      lock.unlock();
    }
  }

  void remove(Model model) {
    if (state.locked(model::archiveBytes).isPresent()) {
      store.remove(model.archiveKey());
    }
  }

  /** Removes the objects of resources that are deleted and no longer needed for an archive. */
  void purge() {
    List<ResourceFile> gone =
        state.locked(
            () ->
                state.resourcesHoldingFiles().stream()
                    .filter(this::unneeded)
                    .flatMap(resource -> resource.purge().stream())
                    .toList());
    gone.forEach(file -> store.remove(file.key()));
  }

  private boolean unneeded(Resource resource) {
    return resource.status(clock.instant(), timing) == Resource.DELETED
        && state.modelsOf(resource).stream().noneMatch(Model::needsPhotographs);
  }

  private long make(Model model) {
    List<ResourceFile> images = state.locked(() -> model.resource().images());
    byte[] archive = content.of(model, images);
    store.write(model.archiveKey(), archive);
    state.locked(
        () -> {
          model.archived(archive.length);
          return model;
        });
    return archive.length;
  }
}
