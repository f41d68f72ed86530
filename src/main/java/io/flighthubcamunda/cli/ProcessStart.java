package io.flighthubcamunda.cli;

import io.camunda.client.CamundaClient;
import io.flighthubcamunda.worker.instance.InstanceSearch;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * Starts a process instance whose end is waited for. The engine tells of the end on the connection
 * of the start, which every version can do. That may take days, and a connection may break
 * meanwhile: then the end is searched for.
 */
final class ProcessStart {

  /** Longer than the longest time limit that anybody sets. */
  private static final Duration PATIENCE = Duration.ofDays(120);

  /** Between two looks for the end. */
  static final Duration LOOK = Duration.ofSeconds(5);

  private final CamundaClient engine;
  private final InstanceSearch search;

  ProcessStart(CamundaClient engine, InstanceSearch search) {
    this.engine = engine;
    this.search = search;
  }

  /**
   * @param variables of the new instance, its UUID among them
   * @return what the instance leaves; fails as the start did, or with a {@link FollowingException}
   *     when the end can't be seen from here
   */
  <E> Future<E> of(FollowedProcess<E> process, Map<String, Object> variables) {
    return new PatientCommand<>(() -> once(process, variables)).send();
  }

  private <E> CompletableFuture<E> once(FollowedProcess<E> process, Map<String, Object> variables) {
    var sentAt = System.nanoTime();
    return engine
        .newCreateInstanceCommand()
        .bpmnProcessId(process.id())
        .latestVersion()
        .variables(variables)
        .withResult()
        .fetchVariables(process.variables())
        .requestTimeout(PATIENCE)
        .send()
        .thenApply(result -> result.getVariablesAsType(process.end()))
        .toCompletableFuture()
        .exceptionallyCompose(
            failure -> {
              var after = Duration.ofNanos(System.nanoTime() - sentAt);
              if (!LostConnection.suspected(failure, after)) {
                return CompletableFuture.failedFuture(failure);
              }
              var uuid = String.valueOf(variables.get(process.uuidVariable()));
              return new EndSearch<>(search, process, uuid, LOOK).await(failure, after);
            });
  }
}
