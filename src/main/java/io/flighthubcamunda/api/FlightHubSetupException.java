package io.flighthubcamunda.api;

/**
 * The call can't work until a person changes the set-up: token refused, no permission, wrong base
 * URL, an answer that this version doesn't understand. Reaction: stop and say what to fix.
 */
public final class FlightHubSetupException extends FlightHubException {

  private final boolean mayHaveTakenEffect;

  /** FlightHub did not take the call. */
  FlightHubSetupException(String message, Throwable cause) {
    this(message, cause, false);
  }

  /**
   * @param mayHaveTakenEffect whether somebody answered who need not know what FlightHub did, such
   *     as a gateway with a web page
   */
  FlightHubSetupException(String message, Throwable cause, boolean mayHaveTakenEffect) {
    super(message, cause);
    this.mayHaveTakenEffect = mayHaveTakenEffect;
  }

  @Override
  public boolean mayHaveTakenEffect() {
    return mayHaveTakenEffect;
  }
}
