package io.flighthubcamunda.api;

import java.time.Duration;
import java.util.Optional;

/**
 * The call had no effect and will most likely work later: FlightHub could not be reached, is
 * overloaded, or limits the rate (fact sheet 1.4). Reaction: try again after a pause.
 */
public final class FlightHubUnavailableException extends FlightHubException {

  private final transient Optional<Duration> retryAfter;

  FlightHubUnavailableException(String message, Duration retryAfter, Throwable cause) {
    super(message, cause);
    this.retryAfter = Optional.ofNullable(retryAfter);
  }

  /** The pause that FlightHub asked for with {@code Retry-After}. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  @Override
  public boolean mayHaveTakenEffect() {
    return false;
  }
}
