package io.flighthubcamunda.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import feign.InvocationContext;
import feign.Request;
import feign.Response;
import feign.ResponseInterceptor;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;

/**
 * The one place that reads FlightHub's envelope {@code {code, message, data}} (fact sheet 1.3):
 * HTTP 200 alone is no success, HTML is a wrong base URL, {@code data} may be missing or null.
 */
final class EnvelopeReader implements ResponseInterceptor {

  /** A resource of 20,000 files with the longest names fits; anything larger is not an answer. */
  private static final int MAX_ANSWER_BYTES = 8 << 20;

  private final ObjectMapper mapper;
  private final AnswerErrors errors;

  EnvelopeReader(FlightHubConnection connection, ObjectMapper mapper) {
    this.mapper = mapper;
    this.errors = new AnswerErrors(connection);
  }

  @Override
  public Object intercept(InvocationContext context, Chain chain) {
    try (var response = context.response()) {
      return read(response, context.returnType());
    }
  }

  private Object read(Response response, Type type) {
    var envelope = parse(response, body(response));
    if (envelope == null || !envelope.has("code")) {
      throw errors.withoutEnvelope(response);
    }
    var code = envelope.path("code").asInt(-1);
    if (code != 0 || !ok(response)) {
      throw errors.of(response, code, envelope.path("message").asText(""));
    }
    return type == void.class ? null : data(response.request(), envelope, type);
  }

  private Object data(Request request, JsonNode envelope, Type type) {
    var data = envelope.path("data");
    try {
      // A record's canonical constructor turns missing members into their empty forms.
      return mapper.treeToValue(
          data.isObject() ? data : mapper.createObjectNode(), mapper.constructType(type));
    } catch (JsonProcessingException e) {
      throw errors.notUnderstood(request, reason(e));
    }
  }

  private byte[] body(Response response) {
    if (response.body() == null) {
      return new byte[0];
    }
    try (InputStream in = response.body().asInputStream()) {
      var bytes = in.readNBytes(MAX_ANSWER_BYTES + 1);
      if (bytes.length > MAX_ANSWER_BYTES) {
        throw errors.notUnderstood(
            response.request(), "it is larger than " + (MAX_ANSWER_BYTES >> 20) + " MiB");
      }
      return bytes;
    } catch (IOException e) {
      throw errors.cutShort(response.request(), e);
    }
  }

  private JsonNode parse(Response response, byte[] body) {
    try {
      var node = mapper.readTree(body);
      return node != null && node.isObject() ? node : null;
    } catch (JsonProcessingException e) {
      if (looksLikeJson(body)) {
        throw errors.cutShort(response.request(), e);
      }
      return null;
    } catch (IOException e) {
      throw errors.cutShort(response.request(), e);
    }
  }

  private static boolean looksLikeJson(byte[] body) {
    for (byte b : body) {
      if (!Character.isWhitespace(b)) {
        return b == '{';
      }
    }
    return false;
  }

  private static boolean ok(Response response) {
    return response.status() >= 200 && response.status() < 300;
  }

  /**
   * Jackson's own text may quote the answer, so only our own checks and the place are passed on.
   */
  private static String reason(JsonProcessingException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalArgumentException ours) {
        return ours.getMessage();
      }
    }
    return e instanceof JsonMappingException mapping
        ? "unexpected value at " + place(mapping)
        : "it is not valid JSON";
  }

  private static String place(JsonMappingException e) {
    return e.getPath().isEmpty()
        ? "data"
        : "data." + String.valueOf(e.getPath().getLast().getFieldName());
  }
}
