package io.flighthubcamunda.api;

/**
 * A call to FlightHub did not bring what was asked for. The four kinds are the four reactions that
 * a caller has; the message is one sentence for an operator and holds no secret.
 */
public abstract sealed class FlightHubException extends RuntimeException
    permits FlightHubUnavailableException,
        FlightHubAnswerLostException,
        FlightHubSetupException,
        FlightHubRefusalException {

  FlightHubException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Whether the call may have changed something at FlightHub all the same. Where repeating it costs
   * money, the remote state must be read first (fact sheet 2.13).
   */
  public abstract boolean mayHaveTakenEffect();
}
