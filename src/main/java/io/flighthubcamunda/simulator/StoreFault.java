package io.flighthubcamunda.simulator;

import java.time.Duration;
import java.util.Optional;

/**
 * One thing that goes wrong with an upload to the object store, or a download from it, once.
 * Nothing is stored by it, where nothing else is said.
 */
public sealed interface StoreFault {

  /** In a few words, for a report; without what differs from one to the next of a kind. */
  default String kind() {
    return switch (this) {
      case HttpStatus http ->
          "HTTP %d %s%s"
              .formatted(
                  http.status(),
                  http.code(),
                  http.retryAfter().map(t -> " with Retry-After").orElse(""));
      case Reset reset -> "connection reset before it is stored";
      case Hang hang -> "silence";
      case Delay delay -> "stall";
      case BreakOff broken -> "broken off after the first bytes";
      case OtherBytes bytes -> "sent with other bytes";
      case LostAnswer lost -> "connection reset after it is stored";
      case OtherEtag etag -> "stored, answered with another ETag";
      case ExpiredKey expired -> "key expired in mid-batch";
    };
  }

  /**
   * The body is read, then refused.
   *
   * @param status 403 (access denied), 500 (internal error) or 503 (slow down)
   */
  record HttpStatus(int status, Optional<Duration> retryAfter) implements StoreFault {

    public HttpStatus {
      code(status);
    }

    public HttpStatus(int status) {
      this(status, Optional.empty());
    }

    String code() {
      return code(status);
    }

    private static String code(int status) {
      return switch (status) {
        case 403 -> "AccessDenied";
        case 500 -> "InternalError";
        case 503 -> "SlowDown";
        default ->
            throw new IllegalArgumentException(
                "The object store can be told to answer 403, 500 or 503, not %d."
                    .formatted(status));
      };
    }
  }

  /** The connection breaks before the body is read. */
  record Reset() implements StoreFault {}

  /** Neither is the body read nor an answer given until the client gives up, or time is over. */
  record Hang(Duration longest) implements StoreFault {}

  /** The object is stored, then the connection breaks: the answer is lost. */
  record LostAnswer() implements StoreFault {}

  /** The object is stored, and answered with an ETag that is not the one of its bytes. */
  record OtherEtag() implements StoreFault {}

  /** The temporary key of this upload, and with it its callback value, are over from now on. */
  record ExpiredKey() implements StoreFault {}

  /**
   * The first bytes of an object are sent, then nothing for so long, then the connection breaks.
   * For downloads only.
   */
  record BreakOff(Duration silence) implements StoreFault {}

  /** An object is sent with other bytes, as many as it has. For downloads only. */
  record OtherBytes() implements StoreFault {}

  /** Nothing goes wrong, but real time passes before the request is looked at. */
  record Delay(Duration delay) implements StoreFault {}
}
