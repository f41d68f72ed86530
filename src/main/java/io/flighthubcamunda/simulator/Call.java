package io.flighthubcamunda.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;

/**
 * One request that passed the header checks.
 *
 * @param uuid the UUID in the path, or empty
 * @param project UUID of the project, or empty for organization calls
 * @param body JSON of the request, an empty object without one
 */
record Call(
    Operation operation,
    String uuid,
    String project,
    Map<String, String> query,
    JsonNode body,
    Instant now) {

  /** A text member that must be there and not blank. */
  String text(String member) {
    JsonNode value = body.path(member);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw RefusalCode.PARAMETER.because("%s must be a non-empty string", member);
    }
    return value.textValue();
  }
}
