package io.flighthubcamunda.worker.management;

/** Health and metrics can't be served; the message is one sentence for a person. */
class ManagementPortException extends RuntimeException {

  ManagementPortException(String message, Throwable cause) {
    super(message, cause);
  }
}
