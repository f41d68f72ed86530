package io.flighthubcamunda.worker.instance;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.request.FinalSearchRequestStep;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.Variable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Searches with the Orchestration Cluster REST API, which Camunda has from 8.8 on. */
public final class ClusterSearch implements InstanceSearch {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final CamundaClient engine;

  public ClusterSearch(CamundaClient engine) {
    this.engine = engine;
  }

  @Override
  public Optional<FoundInstance> find(long processInstanceKey) {
    return items(
            engine
                .newProcessInstanceSearchRequest()
                .filter(filter -> filter.processInstanceKey(processInstanceKey)))
        .map(ClusterSearch::found)
        .findFirst();
  }

  @Override
  public List<FoundInstance> withVariable(String name, String text) {
    var variables =
        items(
            engine
                .newVariableSearchRequest()
                .filter(filter -> filter.name(name).value(FoundVariables.stored(text)))
                .page(page -> page.limit(LIMIT)));
    var keys = variables.map(Variable::getProcessInstanceKey).distinct().toList();
    if (keys.isEmpty()) {
      return List.of();
    }
    return items(
            engine
                .newProcessInstanceSearchRequest()
                .filter(filter -> filter.processInstanceKey(key -> key.in(keys)))
                .page(page -> page.limit(LIMIT)))
        .map(ClusterSearch::found)
        .toList();
  }

  @Override
  public List<FoundInstance> cancelled() {
    return items(
            engine
                .newProcessInstanceSearchRequest()
                .filter(
                    filter ->
                        filter
                            .processDefinitionId(ResourceUuids.PROCESS)
                            .state(ProcessInstanceState.TERMINATED))
                .sort(sort -> sort.endDate().desc())
                .page(page -> page.limit(LIMIT)))
        .map(ClusterSearch::found)
        .toList();
  }

  @Override
  public Map<String, JsonNode> variables(long processInstanceKey, Set<String> names) {
    var found = new FoundVariables();
    items(
            engine
                .newVariableSearchRequest()
                .filter(
                    filter ->
                        filter
                            .scopeKey(processInstanceKey)
                            .name(name -> name.in(List.copyOf(names))))
                .page(page -> page.limit(LIMIT)))
        .forEach(variable -> found.add(variable.getName(), variable.getValue()));
    return found.values();
  }

  private <T> Stream<T> items(FinalSearchRequestStep<T> request) {
    try {
      return request.requestTimeout(TIMEOUT).send().join().items().stream();
    } catch (RuntimeException e) {
      throw new SearchUnavailableException(
          engine.getConfiguration().getRestAddress().toString(), why(e));
    }
  }

  private static String why(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ClientHttpException http) {
        return "HTTP " + http.code();
      }
    }
    return failure.getClass().getSimpleName();
  }

  private static FoundInstance found(ProcessInstance instance) {
    return new FoundInstance(
        instance.getProcessInstanceKey(),
        instance.getProcessDefinitionId(),
        switch (instance.getState()) {
          case ACTIVE -> FoundInstance.State.ACTIVE;
          case COMPLETED -> FoundInstance.State.COMPLETED;
          case TERMINATED -> FoundInstance.State.CANCELLED;
          default -> FoundInstance.State.UNKNOWN;
        },
        instance.getStartDate().toInstant());
  }
}
