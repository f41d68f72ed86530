package io.flighthubcamunda.api;

import java.util.Optional;

/** Failures as the API's client throws them, for tests of who reacts to them. */
public final class TestFailures {

  private TestFailures() {}

  public static FlightHubException refusal(String message, RefusalReason reason) {
    return new FlightHubRefusalException(message, reason, 7, Optional.empty());
  }

  public static FlightHubException unavailable(String message) {
    return new FlightHubUnavailableException(message, null, null);
  }
}
