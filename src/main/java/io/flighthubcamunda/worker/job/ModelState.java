package io.flighthubcamunda.worker.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.flighthubcamunda.schedule.Phase;
import java.util.Locale;
import java.util.Optional;

/** How far a model is, as processes and people read it. */
public enum ModelState {
  QUEUED(Phase.QUEUED),
  RECONSTRUCTING(Phase.RECONSTRUCTING),
  PACKAGING(Phase.PACKAGING),
  READY(null),
  FAILED(null),
  NO_COMPUTING_RESOURCE(null),
  PACKAGING_FAILED(null),
  CANCELLED(null),
  /** Longer in one phase than its limit; still runs at FlightHub. */
  OVERDUE(null),
  /** Stopped by us. */
  STOPPED(null);

  private final Phase phase;

  ModelState(Phase phase) {
    this.phase = phase;
  }

  /** The phase that an unfinished model is in. */
  public Optional<Phase> phase() {
    return Optional.ofNullable(phase);
  }

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  public static ModelState of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
