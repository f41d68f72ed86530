package io.flighthubcamunda.api;

/**
 * The call can't work until a person changes the set-up: token refused, no permission, wrong base
 * URL, an answer that this version doesn't understand. Reaction: stop and say what to fix.
 */
public final class FlightHubSetupException extends FlightHubException {

  /** What has to be fixed. */
  public enum Kind {
    /** The organization key. */
    TOKEN,
    /** What its user may do, or the project. */
    PERMISSION,
    /** Most likely the base URL. */
    OTHER
  }

  private final Kind kind;
  private final boolean mayHaveTakenEffect;

  /** FlightHub did not take the call. */
  FlightHubSetupException(Kind kind, String message) {
    super(message, null);
    this.kind = kind;
    this.mayHaveTakenEffect = false;
  }

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
    this.kind = Kind.OTHER;
    this.mayHaveTakenEffect = mayHaveTakenEffect;
  }

  public Kind kind() {
    return kind;
  }

  @Override
  public boolean mayHaveTakenEffect() {
    return mayHaveTakenEffect;
  }
}
