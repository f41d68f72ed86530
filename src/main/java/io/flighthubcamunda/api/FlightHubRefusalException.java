package io.flighthubcamunda.api;

/**
 * FlightHub understood the request and said no: {@code code != 0} in the envelope (fact sheet 1.3).
 * Reaction: a business decision, by {@link #reason()}.
 */
public final class FlightHubRefusalException extends FlightHubException {

  private final RefusalReason reason;
  private final int code;

  FlightHubRefusalException(String message, RefusalReason reason, int code) {
    super(message, null);
    this.reason = reason;
    this.code = code;
  }

  public RefusalReason reason() {
    return reason;
  }

  /** The envelope's {@code code}, or the HTTP status when the answer had no envelope. */
  public int code() {
    return code;
  }

  @Override
  public boolean mayHaveTakenEffect() {
    return false;
  }
}
