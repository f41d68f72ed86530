package io.flighthubcamunda.worker.job;

/** The job can't be finished now but may be a little later: counts as a passing failure. */
public final class NotYet extends RuntimeException {

  public NotYet(String message) {
    super(message);
  }
}
