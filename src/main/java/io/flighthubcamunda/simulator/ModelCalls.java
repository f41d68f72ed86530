package io.flighthubcamunda.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Details, list, stop and deletion of models (fact sheet 2.8 to 2.10). */
final class ModelCalls {

  private final SimulatorSettings settings;
  private final State state;
  private final Archives archives;
  private final Lists lists;

  ModelCalls(SimulatorSettings settings, State state, Archives archives, Lists lists) {
    this.settings = settings;
    this.state = state;
    this.archives = archives;
    this.lists = lists;
  }

  record Details(
      String resourceUuid,
      String modelUuid,
      int modelType,
      int modelStatus,
      long modelSize,
      int reconstructionProgress,
      int errorCode,
      int zipStatus,
      int zipProgress,
      String zipFileKey) {}

  Optional<Object> get(Call call) {
    Model model = known(call);
    ModelState at = state.locked(() -> model.at(call.now()));
    long bytes = at.archived() ? archives.ensure(model) : 0;
    return Optional.of(details(model, at, bytes));
  }

  /** As of a moment ago, if the list lags. */
  Optional<Object> running(Call call) {
    RunningList list = settings.behaviour().runningList();
    List<Details> running =
        state.locked(
            () ->
                state.models().stream()
                    .filter(model -> !model.deleted())
                    .filter(model -> model.resource().project().equals(call.project()))
                    .map(
                        model ->
                            Map.entry(
                                model, call.now().minus(state.listLag(model.resource(), list))))
                    .filter(
                        entry -> !entry.getKey().timeline().startedAt().isAfter(entry.getValue()))
                    .map(entry -> Map.entry(entry.getKey(), entry.getKey().at(entry.getValue())))
                    .filter(entry -> list.shows(entry.getValue()))
                    .map(entry -> details(entry.getKey(), entry.getValue(), 0))
                    .toList());
    return Optional.of(lists.asData(running, Map.of()));
  }

  Optional<Object> stop(Call call) {
    Model model = known(call);
    return state.locked(
        () -> {
          if (model.at(call.now()).occupiesSlot()) {
            model.stop(call.now().plus(settings.timing().stopDelay()));
          } else if (settings.behaviour().lateStopIsRefused()) {
            throw RefusalCode.PARAMETER.because("model %s is not running", call.uuid());
          }
          return Optional.of(Map.of());
        });
  }

  Optional<Object> delete(Call call) {
    Model model = known(call);
    state.locked(
        () -> {
          if (model.at(call.now()).occupiesSlot()) {
            if (settings.behaviour().runningModelsAreKept()) {
              throw RefusalCode.IN_USE.because("model %s is running", call.uuid());
            }
            model.stop(call.now());
          }
          model.delete();
          return model;
        });
    archives.remove(model);
    return Optional.of(Map.of());
  }

  private Model known(Call call) {
    return state.locked(() -> state.model(call.uuid(), call.project()));
  }

  private static Details details(Model model, ModelState at, long bytes) {
    return new Details(
        model.resource().uuid(),
        model.uuid(),
        model.type().number(),
        at.status(),
        bytes,
        at.progress(),
        at.errorCode(),
        at.zipStatus(),
        at.zipProgress(),
        at.archived() ? model.archiveKey() : "");
  }
}
