package io.flighthubcamunda.worker.instance;

import java.time.Instant;

/**
 * A process instance as the engine's search store has it, which may lag by seconds.
 *
 * @param processId id of its process
 */
public record FoundInstance(long key, String processId, State state, Instant startedAt) {

  /** Whether it is a reconstruction of one image set. */
  public boolean reconstruction() {
    return ResourceUuids.PROCESS.equals(processId);
  }

  /** How far an instance is. */
  public enum State {
    ACTIVE,
    COMPLETED,
    /** From outside, as by a person in Operate; the process itself had no say. */
    CANCELLED,
    UNKNOWN
  }
}
