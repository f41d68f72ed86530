package io.flighthubcamunda.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Starts one model per requested type, all of them or none (fact sheet 2.7). */
final class StartCall {

  private final SimulatorSettings settings;
  private final State state;
  private final StartRules rules;
  private final Outcomes outcomes;

  StartCall(SimulatorSettings settings, State state, Outcomes outcomes) {
    this.settings = settings;
    this.state = state;
    this.rules = new StartRules(settings, state);
    this.outcomes = outcomes;
  }

  record Started(String uuid, int status, int subErrorCode) {}

  Optional<Object> answer(Call call) {
    StartRequest request = StartRequest.from(call);
    return state.locked(
        () -> {
          Resource resource =
              state
                  .resource(request.resourceUuid(), call.project())
                  .orElseThrow(
                      () ->
                          RefusalCode.NOT_FOUND.because(
                              "resource %s not found", request.resourceUuid()));
          rules.check(resource, request, call);
          return Optional.of(start(resource, request, call.now()));
        });
  }

  private Map<String, Started> start(Resource resource, StartRequest request, Instant now) {
    String startId = UUID.randomUUID().toString();
    List<Model> models = new ArrayList<>();
    Map<String, Started> answer = new LinkedHashMap<>();
    for (ModelType type : request.types()) {
      String uuid = UUID.randomUUID().toString();
      Model model =
          new Model(
              uuid, resource, type, startId, ModelTimeline.starting(now, plan(resource, type)));
      state.add(model);
      models.add(model);
      ModelState at = model.at(now);
      answer.put(type.answerField(), new Started(uuid, at.status(), at.errorCode()));
    }
    state.notePeak(state.running(now, settings.limits().typesCountSeparately()));
    if (request.deleteResource()) {
      resource.deleteAfter(models, settings.behaviour().inputDeletion());
    }
    return answer;
  }

  private ModelPlan plan(Resource resource, ModelType type) {
    Timing timing = settings.timing();
    return new ModelPlan(
        timing.queue(),
        resource.reconstructionTime(timing),
        timing.packaging(),
        outcomes.take(resource.uuid(), type),
        settings.behaviour().ending());
  }
}
