package io.flighthubcamunda.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Details and deletion of resources (fact sheet 2.5 and 2.6). */
final class ResourceCalls {

  private final SimulatorSettings settings;
  private final State state;
  private final Lists lists;

  ResourceCalls(SimulatorSettings settings, State state, Lists lists) {
    this.settings = settings;
    this.state = state;
    this.lists = lists;
  }

  record Details(String resourceUuid, int status, long resourceSize, List<?> fileNames) {}

  Optional<Object> get(Call call) {
    return Optional.of(
        state.locked(
            () -> {
              Resource resource = known(call);
              int status = resource.status(call.now(), settings.timing());
              if (status == Resource.DELETED) {
                return new Details(resource.uuid(), status, 0, lists.of(List.of()));
              }
              List<String> names = resource.files().stream().map(ResourceFile::name).toList();
              return new Details(resource.uuid(), status, resource.sizeBytes(), lists.of(names));
            }));
  }

  /** Deleting what already waits for its deletion changes nothing; what is gone is not found. */
  Optional<Object> delete(Call call) {
    return state.locked(
        () -> {
          Resource resource = known(call);
          if (resource.status(call.now(), settings.timing()) == Resource.DELETED) {
            throw notFound(call);
          }
          if (settings.behaviour().resourcesInUseAreKept() && inUse(resource, call)) {
            throw RefusalCode.IN_USE.because("resource %s is in use", call.uuid());
          }
          resource.askForDeletion(call.now());
          return Optional.of(Map.of());
        });
  }

  private boolean inUse(Resource resource, Call call) {
    return state.modelsOf(resource).stream()
        .anyMatch(model -> !model.deleted() && model.at(call.now()).occupiesSlot());
  }

  private Resource known(Call call) {
    return state
        .resource(call.uuid(), call.project())
        .filter(
            resource ->
                !settings.behaviour().deletedResourcesAreForgotten()
                    || resource.status(call.now(), settings.timing()) != Resource.DELETED)
        .orElseThrow(() -> notFound(call));
  }

  private static Refusal notFound(Call call) {
    return RefusalCode.NOT_FOUND.because("resource %s not found", call.uuid());
  }
}
