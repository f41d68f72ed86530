package io.flighthubcamunda.worker.admission;

/**
 * The job is, or may be, no longer ours: whatever we did about it now could harm another worker.
 */
final class JobLostException extends RuntimeException {

  JobLostException(String message) {
    super(message);
  }
}
