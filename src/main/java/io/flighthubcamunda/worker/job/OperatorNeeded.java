package io.flighthubcamunda.worker.job;

/** Ends a job with an incident at once; the message says what to fix. */
public final class OperatorNeeded extends RuntimeException {

  public OperatorNeeded(String message) {
    super(message);
  }
}
