package io.flighthubcamunda.api;

/** How a call to FlightHub ended, as far as it matters to whoever watches many of them. */
public enum CallOutcome {
  OK,
  /** FlightHub understood the call and said no. */
  REFUSED,
  /** Not reached, overloaded, or more calls than it takes. */
  UNAVAILABLE,
  /** Sent, and nobody knows whether it took effect. */
  ANSWER_LOST,
  /** The organization key was not accepted. */
  TOKEN_REFUSED,
  /** The key is accepted, but its user may not do this. */
  NOT_PERMITTED,
  /** Whoever answered does not speak this API: most likely the wrong base URL. */
  NOT_UNDERSTOOD;

  static CallOutcome of(FlightHubException failure) {
    return switch (failure) {
      case FlightHubUnavailableException e -> UNAVAILABLE;
      case FlightHubAnswerLostException e -> ANSWER_LOST;
      case FlightHubRefusalException e -> REFUSED;
      case FlightHubSetupException e ->
          switch (e.kind()) {
            case TOKEN -> TOKEN_REFUSED;
            case PERMISSION -> NOT_PERMITTED;
            case OTHER -> NOT_UNDERSTOOD;
          };
    };
  }
}
