package io.flighthubcamunda.drill;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** What a drill tells the engine, again when the engine is too busy or not there. */
final class Engine implements AutoCloseable {

  private static final String CANCEL = "cancel-reconstruction";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration MESSAGE_LIFE = Duration.ofSeconds(30);
  private static final int RETRIES = 5;

  private final CamundaClient client;

  Engine(URI address) {
    this.client =
        CamundaClient.newClientBuilder().grpcAddress(address).preferRestOverGrpc(false).build();
  }

  /** Returns the key of the process instance. */
  long reconstruct(Map<String, Object> variables) {
    return again(
        () ->
            client
                .newCreateInstanceCommand()
                .bpmnProcessId("reconstruct-images")
                .latestVersion()
                .variables(variables)
                .send()
                .join()
                .getProcessInstanceKey());
  }

  void cancel(String resourceUuid) {
    again(
        () ->
            client
                .newPublishMessageCommand()
                .messageName(CANCEL)
                .correlationKey(resourceUuid)
                .timeToLive(MESSAGE_LIFE)
                .send()
                .join());
  }

  /** As an operator who repaired what an incident named. */
  void retry(EngineStory.Question incident) {
    try {
      if (incident.jobKey() >= 0) {
        again(
            () -> client.newUpdateRetriesCommand(incident.jobKey()).retries(RETRIES).send().join());
      }
      again(() -> client.newResolveIncidentCommand(incident.key()).send().join());
    } catch (ClientStatusException e) {
      if (e.getStatusCode() != Status.Code.NOT_FOUND) {
        throw e;
      }
      // It went away meanwhile.
    }
  }

  private static <T> T again(Supplier<T> command) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptionsMatching(Engine::passing)
        .until(command::get, result -> true);
  }

  private static boolean passing(Throwable failure) {
    return failure instanceof ClientStatusException e
        && (e.getStatusCode() == Status.Code.RESOURCE_EXHAUSTED
            || e.getStatusCode() == Status.Code.UNAVAILABLE);
  }

  @Override
  public void close() {
    client.close();
  }
}
