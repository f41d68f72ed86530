package io.flighthubcamunda.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a store answered instead of doing what was asked. The codes are those of S3 and of OSS,
 * which agree where it matters here.
 *
 * @param code of the error document, empty when there is none
 */
record Refusal(int status, String code, Optional<Duration> retryAfter) {

  /** Some stores say so with status 400. */
  private static final Set<String> CREDENTIAL =
      Set.of(
          "ExpiredToken",
          "InvalidToken",
          "TokenRefreshRequired",
          "RequestTimeTooSkewed",
          "RequestExpired",
          "InvalidAccessKeyId",
          "SecurityTokenExpired",
          "InvalidSecurityToken");

  private static final Set<String> SLOW_DOWN =
      Set.of(
          "SlowDown", "TooManyRequests", "RequestLimitExceeded", "Throttling", "QpsLimitExceeded");

  private static final Set<String> PASSING =
      Set.of("RequestTimeout", "InternalError", "OperationAborted");

  /**
   * @param retryAfter seconds or an HTTP date; null when the header is missing
   */
  static Refusal of(int status, String code, String retryAfter, Instant now) {
    return new Refusal(status, code, wait(retryAfter, now));
  }

  StorageException.Kind kind() {
    // Before the status: OSS says with 403 that there were too many requests.
    if (SLOW_DOWN.contains(code) || status == 503 || status == 429) {
      return StorageException.Kind.SLOW_DOWN;
    }
    if (status == 403 || (status == 400 && CREDENTIAL.contains(code))) {
      return StorageException.Kind.CREDENTIAL;
    }
    return status >= 500 || status == 408 || PASSING.contains(code)
        ? StorageException.Kind.PASSING
        : StorageException.Kind.LASTING;
  }

  boolean redirects() {
    return status >= 300 && status < 400;
  }

  @Override
  public String toString() {
    return code.isEmpty() ? "HTTP " + status : "HTTP %d %s".formatted(status, code);
  }

  private static Optional<Duration> wait(String header, Instant now) {
    if (header == null) {
      return Optional.empty();
    }
    var text = header.strip();
    if (text.matches("\\d{1,5}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      var until =
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT));
      var wait = Duration.between(now, until.toInstant());
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
