package io.flighthubcamunda.api;

import feign.Request;
import feign.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns an answer that is no success into the error type that calls for the right reaction. */
final class AnswerErrors {

  private static final Set<Integer> TOKEN = Set.of(200401, 401);
  private static final Set<Integer> PERMISSION = Set.of(200403, 403);
  private static final Set<Integer> RATE_LIMIT = Set.of(210429, 429);

  /** Upstream failures that may have come after the effect (fact sheet 1.4). */
  private static final Set<Integer> INTERNAL = Set.of(200500, 210318, 210500, 210504);

  private static final int SERVICE_UNAVAILABLE = 503;

  private static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(10);

  private final FlightHubConnection connection;

  AnswerErrors(FlightHubConnection connection) {
    this.connection = connection;
  }

  /** An answer with an envelope, but with {@code code != 0} or an HTTP error. */
  FlightHubException of(Response response, int code, String remoteMessage) {
    var number = code == 0 ? response.status() : code;
    var said =
        "FlightHub answered %s with code %d%s."
            .formatted(
                Operation.of(response.request()),
                number,
                quoted(connection.key().redact(remoteMessage)));
    if (TOKEN.contains(number)) {
      return new FlightHubSetupException(
          FlightHubSetupException.Kind.TOKEN,
          said
              + " The organization key was not accepted: check FLIGHTHUB_TOKEN, and that it was"
              + " issued in the region of "
              + connection.baseUrl()
              + ".");
    }
    if (PERMISSION.contains(number)) {
      return new FlightHubSetupException(
          FlightHubSetupException.Kind.PERMISSION,
          said
              + " The user who made the organization key may not do this in project "
              + connection.projectUuid()
              + ": check flighthub.project-uuid and that user's role.");
    }
    if (RATE_LIMIT.contains(number) || response.status() == 429) {
      return new FlightHubUnavailableException(said, retryAfter(response), null);
    }
    if (saysWhenToComeBack(response)) {
      return new FlightHubUnavailableException(said, retryAfter(response), null);
    }
    if (INTERNAL.contains(number) || number == SERVICE_UNAVAILABLE || response.status() >= 500) {
      return maybeDone(response, said);
    }
    return new FlightHubRefusalException(
        said, connection.codes().reasonOf(number), number, date(response));
  }

  /** HTML, text, or nothing at all. */
  FlightHubException withoutEnvelope(Response response) {
    var operation = Operation.of(response.request());
    var status = response.status();
    if (status == 429 || saysWhenToComeBack(response)) {
      return new FlightHubUnavailableException(
          "FlightHub answered %s with HTTP %d.".formatted(operation, status),
          retryAfter(response),
          null);
    }
    if (status >= 500) {
      return maybeDone(
          response, "FlightHub answered %s with HTTP %d.".formatted(operation, status));
    }
    if (status == 404) {
      return new FlightHubRefusalException(
          "FlightHub at %s does not offer %s (HTTP 404). Check flighthub.base-url and"
                  .formatted(connection.baseUrl(), operation)
              + " flighthub.api-prefix.",
          RefusalReason.NOT_OFFERED,
          status,
          date(response));
    }
    if (TOKEN.contains(status) || PERMISSION.contains(status)) {
      return of(response, status, "");
    }
    return new FlightHubSetupException(
        "%s did not answer %s like FlightHub's API (HTTP %d without a JSON envelope): this is the"
                .formatted(connection.baseUrl(), operation, status)
            + " wrong base URL. Set flighthub.base-url to your region's API host; fh.dji.com is"
            + " only the web UI.",
        null,
        changes(response.request()));
  }

  FlightHubException cutShort(Request request, Exception cause) {
    var message = "FlightHub's answer to %s was cut short.".formatted(Operation.of(request));
    return changes(request)
        ? new FlightHubAnswerLostException(message, cause)
        : new FlightHubUnavailableException(message, null, cause);
  }

  /** Whatever it was that could not be read: a change may have happened all the same. */
  FlightHubException notUnderstood(Request request, String why) {
    return changes(request)
        ? new FlightHubAnswerLostException(unusable(request, why).getMessage(), null)
        : unusable(request, why);
  }

  /** An answer that was read and holds something that nobody can work with. */
  FlightHubException unusable(Request request, String why) {
    return new FlightHubSetupException(
        "FlightHub's answer to %s was not understood: %s. Check flighthub.base-url; if it is right,"
                .formatted(Operation.of(request), why)
            + " this FlightHub speaks another version of the API.",
        null,
        changes(request));
  }

  private static FlightHubException maybeDone(Response response, String said) {
    return changes(response.request())
        ? new FlightHubAnswerLostException(said, null)
        : new FlightHubUnavailableException(said, retryAfter(response), null);
  }

  private static boolean changes(Request request) {
    return request.httpMethod() != Request.HttpMethod.GET;
  }

  /**
   * A gateway that turns a call away says when to come back. A 503 without that may also be one
   * whose connection to FlightHub broke after the request had gone through.
   */
  private static boolean saysWhenToComeBack(Response response) {
    return response.status() == SERVICE_UNAVAILABLE && retryAfter(response) != null;
  }

  private static String quoted(String remoteMessage) {
    var text = remoteMessage.strip().replaceAll("\\s+", " ");
    if (text.isEmpty()) {
      return "";
    }
    return " (" + (text.length() > 300 ? text.substring(0, 300) + "…" : text) + ")";
  }

  /** When FlightHub, or the gateway before it, made the answer. */
  private static Optional<Instant> date(Response response) {
    try {
      return header(response, "Date").map(AnswerErrors::httpDate);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> header(Response response, String name) {
    var values = response.headers().getOrDefault(name, List.of());
    return values.stream().findFirst().map(String::strip);
  }

  private static Instant httpDate(String text) {
    return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }

  /**
   * Seconds or an HTTP date; kept within reason so that a wrong clock doesn't stop us for a day.
   */
  private static Duration retryAfter(Response response) {
    var said = header(response, "Retry-After");
    if (said.isEmpty()) {
      return null;
    }
    var value = said.get();
    try {
      var wait =
          value.chars().allMatch(Character::isDigit)
              ? Duration.ofSeconds(Long.parseLong(value))
              : Duration.between(Instant.now(), httpDate(value));
      if (wait.isNegative()) {
        return null;
      }
      return wait.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : wait;
    } catch (DateTimeParseException | NumberFormatException e) {
      return null;
    }
  }
}
