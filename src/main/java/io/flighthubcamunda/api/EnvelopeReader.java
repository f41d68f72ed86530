package io.flighthubcamunda.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
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
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The one place that reads FlightHub's envelope {@code {code, message, data}} (fact sheet 1.3):
 * HTTP 200 alone is no success, HTML is a wrong base URL, {@code data} may be missing or null.
 */
final class EnvelopeReader implements ResponseInterceptor {

  /** A resource of 20,000 files with the longest names fits; anything larger is not an answer. */
  private static final int MAX_ANSWER_BYTES = 8 << 20;

  private final ObjectMapper mapper;
  private final AnswerErrors errors;
  private final Duration requestTimeout;

  EnvelopeReader(FlightHubConnection connection, ObjectMapper mapper) {
    this.mapper = mapper;
    this.errors = new AnswerErrors(connection);
    this.requestTimeout = connection.requestTimeout();
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
    var code = code(response.request(), envelope.path("code"));
    if (code != 0 || !ok(response)) {
      throw errors.of(response, code, envelope.path("message").asText(""));
    }
    return type == void.class ? null : data(response.request(), envelope, type);
  }

  /** Jackson would make 0, which means success, of false, of 0.4 and of 4294967296. */
  private int code(Request request, JsonNode code) {
    if (code.isIntegralNumber() && code.canConvertToInt()) {
      return code.intValue();
    }
    if (code.isTextual() && code.textValue().matches("-?\\d{1,9}")) {
      return Integer.parseInt(code.textValue());
    }
    throw errors.notUnderstood(request, "its code is no number that FlightHub has");
  }

  private Object data(Request request, JsonNode envelope, Type type) {
    var data = envelope.path("data");
    if (!data.isObject() && !data.isNull() && !data.isMissingNode()) {
      // A list of running models that we can't read must not pass for an empty one.
      throw errors.notUnderstood(request, "data is no JSON object");
    }
    try {
      // A record's canonical constructor turns missing members into their empty forms.
      return mapper.treeToValue(
          data.isObject() ? data : mapper.createObjectNode(), mapper.constructType(type));
    } catch (JsonProcessingException e) {
      throw refusedByOurRecord(e)
          .map(why -> errors.unusable(request, why))
          .orElseGet(() -> errors.notUnderstood(request, place(e)));
    }
  }

  private byte[] body(Response response) {
    if (response.body() == null) {
      return new byte[0];
    }
    try (InputStream in = response.body().asInputStream()) {
      requireReasonable(response, response.body().length());
      var bytes = inTime(in);
      requireReasonable(response, bytes.length);
      return bytes;
    } catch (IOException e) {
      throw errors.cutShort(response.request(), e);
    }
  }

  /**
   * @param bytes null where nobody said so
   */
  private void requireReasonable(Response response, Integer bytes) {
    if (bytes != null && bytes > MAX_ANSWER_BYTES) {
      throw errors.notUnderstood(
          response.request(), "it is larger than " + (MAX_ANSWER_BYTES >> 20) + " MiB");
    }
  }

  /** The HTTP client's own limit ends with the headers, so that the body needs one as well. */
  private byte[] inTime(InputStream in) throws IOException {
    var limit =
        CompletableFuture.runAsync(
            () -> close(in),
            CompletableFuture.delayedExecutor(requestTimeout.toMillis(), TimeUnit.MILLISECONDS));
    try {
      return in.readNBytes(MAX_ANSWER_BYTES + 1);
    } finally {
      limit.cancel(false);
    }
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      // Its reader hears of it.
    }
  }

  private JsonNode parse(Response response, byte[] body) {
    try {
      var node = mapper.readTree(body);
      return node != null && node.isObject() ? node : null;
    } catch (StreamConstraintsException e) {
      throw errors.notUnderstood(response.request(), "its JSON is too deep or too large");
    } catch (JsonProcessingException e) {
      if (looksLikeJson(body)) {
        // Without the cause: Jackson's own text may quote the answer.
        throw errors.cutShort(response.request(), null);
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

  /** The sentence of a record that refused its own values, such as a credential without a key. */
  private static Optional<String> refusedByOurRecord(JsonProcessingException e) {
    return e.getCause() instanceof IllegalArgumentException ours
        ? Optional.of(ours.getMessage())
        : Optional.empty();
  }

  /** Jackson's own text may quote the answer, so only the place is passed on. */
  private static String place(JsonProcessingException e) {
    return e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
        ? "unexpected value at data." + mapping.getPath().getFirst().getFieldName()
        : "unexpected value in data";
  }
}
