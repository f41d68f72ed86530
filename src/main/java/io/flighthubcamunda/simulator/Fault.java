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

  /** Real time passes before the effect. */
  record DelayBeforeEffect(Duration delay) implements Fault {}

  /** Real time passes between the effect and its answer. */
  record DelayAfterEffect(Duration delay) implements Fault {}
}
