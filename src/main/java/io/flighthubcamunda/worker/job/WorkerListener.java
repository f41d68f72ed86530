package io.flighthubcamunda.worker.job;

import java.time.Instant;

/** Hears what this worker does, for metrics and for a display in the same process. */
public interface WorkerListener {

  /** The check of an image set succeeded. */
  default void imageSetChecked(
      long processInstanceKey, String resourceUuid, ImageSetVariable imageSet) {}

  /** Bytes were sent; called often and from many threads. */
  default void uploaded(String resourceUuid, long bytes) {}

  /** A try to upload a batch begins; {@link #batchEnded} follows. */
  default void batchBegan() {}

  /** A try to upload a batch ended, in whatever way. */
  default void batchEnded(BatchEnd end) {}

  /** A check found that a model doesn't hold its slot at FlightHub any more. */
  default void slotLeft(String modelUuid) {}

  /**
   * A check looked at a model; its last look is in {@code before}.
   *
   * @param at time of FlightHub's answer
   */
  default void modelSeen(Model before, Model after, Instant at) {}

  /** The engine is told, or has taken it. */
  default void jobEnded(String jobType, JobOutcome outcome) {}

  /** Comes with {@link #operatorNeeded}. */
  default void incidentRaised(IncidentCause cause) {}

  /** A job has an incident now. */
  default void operatorNeeded(long processInstanceKey, String message) {}
}
