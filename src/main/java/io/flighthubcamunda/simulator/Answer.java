package io.flighthubcamunda.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What goes back over HTTP; the envelope of fact sheet 1.3 is written here and nowhere else.
 *
 * @param sentBytes how much of the body is sent before the connection breaks
 */
record Answer(
    int status, String contentType, Map<String, String> headers, byte[] body, int sentBytes) {

  private static final ObjectMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private Answer(int status, String contentType, Map<String, String> headers, byte[] body) {
    this(status, contentType, headers, body, body.length);
  }

  /** The same, of which only the first half is sent. */
  Answer half() {
    return new Answer(status, contentType, headers, body, body.length / 2);
  }

  static Answer success(Optional<Object> data) {
    Map<String, Object> envelope = envelope(0, "");
    data.ifPresent(value -> envelope.put("data", value));
    return json(200, envelope);
  }

  /** HTTP 200: the gateway was reached, the business said no. */
  static Answer refusal(int code, String message) {
    return json(200, envelope(code, message));
  }

  static Answer notFound() {
    return text(404, "text/plain", "404 page not found\n");
  }

  static Answer tooLarge() {
    return text(413, "text/plain", "413 request entity too large\n");
  }

  static Answer html() {
    return text(200, "text/html", "<!doctype html><title>FlightHub 2</title><p>Web UI\n");
  }

  static Answer httpFault(int status, Optional<Duration> retryAfter) {
    Answer answer = json(status, envelope(codeFor(status), "a fault that was asked for"));
    retryAfter.ifPresent(
        wait -> answer.headers().put("Retry-After", String.valueOf(wait.toSeconds())));
    return answer;
  }

  private static int codeFor(int status) {
    return switch (status) {
      case 401 -> 200401;
      case 403 -> 200403;
      case 404 -> 200404;
      case 429 -> 210429;
      default -> 200500;
    };
  }

  private static Map<String, Object> envelope(int code, String message) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("code", code);
    envelope.put("message", message);
    return envelope;
  }

  private static Answer json(int status, Map<String, Object> envelope) {
    try {
      return new Answer(
          status, "application/json", new LinkedHashMap<>(), JSON.writeValueAsBytes(envelope));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer could not be written as JSON.", e);
    }
  }

  private static Answer text(int status, String contentType, String text) {
    return new Answer(
        status, contentType, new LinkedHashMap<>(), text.getBytes(StandardCharsets.UTF_8));
  }
}
