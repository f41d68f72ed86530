package io.flighthubcamunda.drill;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** What a drill tells the engine, again when the engine is too busy or not there. */
final class Engine implements AutoCloseable {

  private static final String CANCEL = "cancel-reconstruction";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration MESSAGE_LIFE = Duration.ofSeconds(30);
  private static final int RETRIES = 5;

  /** A pause in a decision table. */
  private static final Pattern HOURS = Pattern.compile("\"PT\\d+H\"");

  private static final String SECONDS = "\"PT3S\"";

  private final CamundaClient client;

  Engine(URI address) {
    this.client =
        CamundaClient.newClientBuilder().grpcAddress(address).preferRestOverGrpc(false).build();
  }

  /**
   * Deploys the product's decision tables as an operator may change them, whose pauses of hours are
   * seconds; a worker never replaces a table that is there.
   */
  void deployHurriedTables() {
    try (var files = Files.list(diagrams())) {
      for (var table : files.filter(file -> file.toString().endsWith(".dmn")).toList()) {
        var text = HOURS.matcher(Files.readString(table)).replaceAll(SECONDS);
        again(
            () ->
                client
                    .newDeployResourceCommand()
                    .addResourceStringUtf8(text, table.getFileName().toString())
                    .send()
                    .join());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where those lie that the workers deploy. */
  private static Path diagrams() {
    var one = Engine.class.getResource("/bpmn/reconstruct-images.bpmn");
    try {
      return Path.of(Objects.requireNonNull(one, "The diagrams are not built.").toURI())
          .getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns the key of the process instance.
   *
   * @throws ClientStatusException when the answer was lost: the instance may be there or not
   */
  long reconstruct(Map<String, Object> variables) {
    return again(
        Engine::refused,
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
  void retry(Question incident) {
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

  /** For commands that may be sent twice. */
  private static <T> T again(Supplier<T> command) {
    return again(
        failure ->
            failure instanceof ClientStatusException e
                && e.getStatusCode() != Status.Code.NOT_FOUND,
        command);
  }

  private static <T> T again(Predicate<? super Throwable> passing, Supplier<T> command) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptionsMatching(passing)
        .until(command::get, result -> true);
  }

  /** Nothing was done. */
  private static boolean refused(Throwable failure) {
    return failure instanceof ClientStatusException e
        && (e.getStatusCode() == Status.Code.RESOURCE_EXHAUSTED
            || e.getStatusCode() == Status.Code.UNAVAILABLE);
  }

  @Override
  public void close() {
    client.close();
  }
}
