package io.flighthubcamunda.api;

/**
 * The request left us but no usable answer came back, so it may or may not have taken effect (fact
 * sheet 2.13). Reaction: repeat it only if repeating is harmless; otherwise read the remote state
 * first.
 */
public final class FlightHubAnswerLostException extends FlightHubException {

  FlightHubAnswerLostException(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public boolean mayHaveTakenEffect() {
    return true;
  }
}
