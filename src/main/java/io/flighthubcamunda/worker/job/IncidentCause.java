package io.flighthubcamunda.worker.job;

/** Why a job has an incident. */
public enum IncidentCause {
  /** Trying again would not help until a person changes something. */
  LASTING,
  /** What looked passing did not pass. */
  TRIES_USED_UP
}
