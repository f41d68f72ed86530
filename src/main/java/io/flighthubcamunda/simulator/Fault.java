package io.flighthubcamunda.simulator;

import java.time.Duration;
import java.util.Optional;

/** One thing that goes wrong, once. "Effect" is what the call would have done to the state. */
public sealed interface Fault {

  /** In a few words, for a report; without what differs from one to the next of a kind. */
  default String kind() {
    return switch (this) {
      case HttpStatus http ->
          "HTTP %d%s"
              .formatted(http.status(), http.retryAfter().map(t -> " with Retry-After").orElse(""));
      case Code code -> "code %d".formatted(code.code());
      case HtmlPage page -> "web page";
      case DropBeforeEffect drop -> "connection reset before the effect";
      case DropAfterEffect drop -> "connection reset after the effect";
      case HalfAnswer half -> "answer cut in half";
      case AfterEffect after -> after.answer().kind() + " after the effect";
      case DelayBeforeEffect delay -> "stall before the effect";
      case DelayAfterEffect delay -> "stall after the effect";
    };
  }

  /** This HTTP status, without the effect. */
  record HttpStatus(int status, Optional<Duration> retryAfter) implements Fault {
    public HttpStatus(int status) {
      this(status, Optional.empty());
    }
  }

  /** HTTP 200 with this non-zero code, without the effect. */
  record Code(int code, String message) implements Fault {}

  /** HTTP 200 with a web page, as a wrong base URL answers. Without the effect. */
  record HtmlPage() implements Fault {}

  /** The connection breaks before the effect. */
  record DropBeforeEffect() implements Fault {}

  /** The call takes effect, then the connection breaks: the answer is lost. */
  record DropAfterEffect() implements Fault {}

  /** The call takes effect, and the connection breaks in the middle of the answer. */
  record HalfAnswer() implements Fault {}

  /**
   * The call takes effect and is answered as if it had not, as by a gateway that lost sight of it.
   *
   * @param answer a fault without the effect; one that breaks or delays is not taken
   * @param delay real time between the effect and the answer
   */
  record AfterEffect(Fault answer, Duration delay) implements Fault {
    public AfterEffect(Fault answer) {
      this(answer, Duration.ZERO);
    }

    public AfterEffect {
      if (!(answer instanceof HttpStatus || answer instanceof Code || answer instanceof HtmlPage)) {
        throw new IllegalArgumentException(
            "After the effect the simulator can answer with a status, a code or a web page, not with %s."
                .formatted(answer));
      }
    }
  }

  /** Real time passes before the effect. */
  record DelayBeforeEffect(Duration delay) implements Fault {}

  /** Real time passes between the effect and its answer. */
  record DelayAfterEffect(Duration delay) implements Fault {}
}
