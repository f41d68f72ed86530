package io.flighthubcamunda.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads from Operate's API as the built-in user. Operate learns of events about a second after the
 * broker: absence means "not yet" as often as "never".
 */
public final class OperateApi implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final URI operate;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).connectTimeout(TIMEOUT).build();

  /**
   * Connects to nothing yet; the first question logs in.
   *
   * @param operateAddress as {@link LocalEngine#operateAddress()} gives it
   */
  public OperateApi(URI operateAddress) {
    this.operate = operateAddress;
  }

  /** Where a person sees this instance. */
  public URI instanceAddress(long processInstanceKey) {
    return URI.create(operate + "/processes/" + processInstanceKey);
  }

  /** ACTIVE, COMPLETED or CANCELED; empty as long as Operate does not know the instance. */
  public Optional<String> instanceState(long processInstanceKey) {
    return instance(processInstanceKey).map(instance -> instance.path("state").asText());
  }

  /** Whether the instance, or one that it called, has an incident that nobody has resolved. */
  public boolean hasIncident(long processInstanceKey) {
    return instance(processInstanceKey)
        .map(instance -> instance.path("incident").asBoolean())
        .orElse(false);
  }

  /** Whether Operate lets the user in and answers a search. */
  boolean answers() {
    return post("/v1/process-instances/search", "{\"size\":1}").path("items").isArray();
  }

  private Optional<JsonNode> instance(long key) {
    JsonNode page =
        post("/v1/process-instances/search", "{\"filter\":{\"key\":%d}}".formatted(key));
    return Optional.ofNullable(page.path("items").get(0));
  }

  private JsonNode post(String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(operate.resolve(path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = send(request);
    if (response.statusCode() == 401) {
      logIn();
      response = send(request);
    }
    if (response.statusCode() != 200) {
      throw new IllegalStateException(
          "Operate answered %d to %s".formatted(response.statusCode(), path));
    }
    try {
      return json.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void logIn() {
    URI login = operate.resolve("/api/login?username=demo&password=demo");
    HttpResponse<String> response =
        send(HttpRequest.newBuilder(login).timeout(TIMEOUT).POST(BodyPublishers.noBody()).build());
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          "Operate answered %d to the login".formatted(response.statusCode()));
    }
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking Operate", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
