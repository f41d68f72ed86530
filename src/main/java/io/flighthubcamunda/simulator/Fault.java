package io.flighthubcamunda.simulator;

import java.time.Duration;
import java.util.Optional;

/** One thing that goes wrong, once. "Effect" is what the call would have done to the state. */
public sealed interface Fault {

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
