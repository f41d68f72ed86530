package io.flighthubcamunda.worker.job;

/** What became of a job that this worker had in hand. */
public enum JobOutcome {
  COMPLETED,
  /** The engine gives it out again. */
  FAILED,
  /** A BPMN error; the process decides. */
  ERROR,
  /** An operator is needed. */
  INCIDENT
}
