package io.flighthubcamunda.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * Reads from Operate's API as the built-in user. Operate learns of events about a second after the
 * broker: absence means "not yet" as often as "never".
 */
public final class OperateApi implements AutoCloseable {

  private final URI operate;
  private final ObjectMapper json = new ObjectMapper();
  private final CamundaSession session;

  /**
   * Connects to nothing yet; the first question logs in.
   *
   * @param operateAddress as {@link LocalEngine#operateAddress()} gives it
   */
  public OperateApi(URI operateAddress) {
    this.operate = operateAddress;
    this.session = new CamundaSession(operateAddress);
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
    HttpResponse<String> response =
        session.send(
            session
                .request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
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

  @Override
  public void close() {
    session.close();
  }
}
