package io.flighthubcamunda.cli;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ProcessInstanceResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

/** Starts a process instance whose end is waited for, which every engine version can do. */
final class ProcessStart {

  /** Longer than the longest time limit that anybody sets. */
  private static final Duration PATIENCE = Duration.ofDays(120);

  private ProcessStart() {}

  /**
   * @param fetched names of the variables that the result is to have
   */
  static Future<ProcessInstanceResult> of(
      CamundaClient engine, String process, Map<String, Object> variables, List<String> fetched) {
    var start =
        engine
            .newCreateInstanceCommand()
            .bpmnProcessId(process)
            .latestVersion()
            .variables(variables)
            .withResult()
            .fetchVariables(fetched)
            .requestTimeout(PATIENCE);
    return new PatientCommand<>(start::send).send();
  }
}
