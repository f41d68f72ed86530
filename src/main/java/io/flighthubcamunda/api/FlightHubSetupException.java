package io.flighthubcamunda.api;

/**
 * The call can't work until a person changes the set-up: token refused, no permission, wrong base
 * URL, an answer that this version doesn't understand. Reaction: stop and say what to fix.
 */
public final class FlightHubSetupException extends FlightHubException {

  FlightHubSetupException(String message, Throwable cause) {
    super(message, cause);
  }
}
