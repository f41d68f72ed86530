package io.flighthubcamunda.worker.job;

import java.time.Duration;

/**
 * What became of one try to upload a batch.
 *
 * @param files of the batch that are in the store now; 0 unless {@link Outcome#UPLOADED}
 * @param duration from the moment the worker took the batch
 */
public record BatchEnd(Outcome outcome, int files, Duration duration) {

  public enum Outcome {
    UPLOADED,
    /** The engine is told and decides on the next try. */
    FAILED,
    /** Nobody wanted it any more: the instance was cancelled, or the worker stops. */
    CANCELLED
  }
}
