package io.flighthubcamunda.api;

import java.time.Instant;
import java.util.Optional;

/**
 * FlightHub understood the request and said no: {@code code != 0} in the envelope (fact sheet 1.3).
 * Reaction: a business decision, by {@link #reason()}.
 */
public final class FlightHubRefusalException extends FlightHubException {

  private final RefusalReason reason;
  private final int code;
  private final Optional<Instant> answeredAt;

  FlightHubRefusalException(
      String message, RefusalReason reason, int code, Optional<Instant> answeredAt) {
    super(message, null);
    this.reason = reason;
    this.code = code;
    this.answeredAt = answeredAt;
  }

  public RefusalReason reason() {
    return reason;
  }

  /** The envelope's {@code code}, or the HTTP status when the answer had no envelope. */
  public int code() {
    return code;
  }

  /** By FlightHub's own clock, to the second; empty when the answer had no date. */
  public Optional<Instant> answeredAt() {
    return answeredAt;
  }

  @Override
  public boolean mayHaveTakenEffect() {
    return false;
  }
}
