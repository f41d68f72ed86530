package io.flighthubcamunda.worker.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Searches with Operate's own API (v1), which Camunda has before 8.8; logs in with a password. */
public final class OperateSearch implements InstanceSearch {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int UNAUTHORIZED = 401;
  private static final String CSRF = "X-CSRF-TOKEN";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

  private final OperateLogin login;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).connectTimeout(TIMEOUT).build();
  private volatile Optional<String> csrfToken = Optional.empty();

  public OperateSearch(OperateLogin login) {
    this.login = login;
  }

  @Override
  public Optional<FoundInstance> find(long processInstanceKey) {
    return instances(Map.of("filter", Map.of("key", processInstanceKey), "size", 1)).findFirst();
  }

  @Override
  public List<FoundInstance> withVariable(String name, String text) {
    return items(
            "/v1/variables/search",
            Map.of(
                "filter",
                Map.of("name", name, "value", FoundVariables.stored(text)),
                "size",
                LIMIT))
        .map(variable -> variable.path("processInstanceKey").asLong())
        .distinct()
        // This API takes one key at a time.
        .map(this::find)
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public List<FoundInstance> cancelled() {
    return instances(
            Map.of(
                "filter",
                Map.of("bpmnProcessId", ResourceUuids.PROCESS, "state", "CANCELED"),
                "sort",
                List.of(Map.of("field", "endDate", "order", "DESC")),
                "size",
                LIMIT))
        .toList();
  }

  @Override
  public Map<String, JsonNode> variables(long processInstanceKey, Set<String> names) {
    var found = new FoundVariables();
    items(
            "/v1/variables/search",
            Map.of("filter", Map.of("scopeKey", processInstanceKey), "size", LIMIT))
        .filter(variable -> names.contains(variable.path("name").asText()))
        .forEach(
            variable -> found.add(variable.path("name").asText(), variable.path("value").asText()));
    return found.values();
  }

  private Stream<FoundInstance> instances(Map<String, Object> query) {
    return items("/v1/process-instances/search", query).map(OperateSearch::found);
  }

  private static FoundInstance found(JsonNode instance) {
    return new FoundInstance(
        instance.path("key").asLong(),
        instance.path("bpmnProcessId").asText(),
        switch (instance.path("state").asText()) {
          case "ACTIVE" -> FoundInstance.State.ACTIVE;
          case "COMPLETED" -> FoundInstance.State.COMPLETED;
          case "CANCELED" -> FoundInstance.State.CANCELLED;
          default -> FoundInstance.State.UNKNOWN;
        },
        time(instance.path("startDate").asText()));
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text, TIME).toInstant();
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }

  private Stream<JsonNode> items(String path, Map<String, Object> query) {
    try {
      var body = json.writeValueAsString(query);
      var response = http.send(search(path, body), BodyHandlers.ofString());
      if (response.statusCode() == UNAUTHORIZED) {
        logIn();
        response = http.send(search(path, body), BodyHandlers.ofString());
      }
      requireSuccess(response);
      return StreamSupport.stream(
          json.readTree(response.body()).path("items").spliterator(), false);
    } catch (IOException e) {
      throw unavailable(Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("interrupted");
    }
  }

  private HttpRequest search(String path, String body) {
    var request =
        HttpRequest.newBuilder(at(path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    csrfToken.ifPresent(token -> request.header(CSRF, token));
    return request.build();
  }

  /** Leaves a cookie, and a token where Operate guards itself against forged requests. */
  private void logIn() throws IOException, InterruptedException {
    var form =
        "username=%s&password=%s".formatted(encoded(login.username()), encoded(login.password()));
    var request =
        HttpRequest.newBuilder(at("/api/login"))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    var response = http.send(request, BodyHandlers.ofString());
    requireSuccess(response);
    csrfToken = response.headers().firstValue(CSRF);
  }

  private void requireSuccess(HttpResponse<String> response) {
    if (response.statusCode() / 100 != 2) {
      throw unavailable("HTTP " + response.statusCode());
    }
  }

  private URI at(String path) {
    return login.url().resolve(path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private SearchUnavailableException unavailable(String why) {
    return new SearchUnavailableException(login.url().toString(), why);
  }
}
