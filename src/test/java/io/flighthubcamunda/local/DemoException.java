package io.flighthubcamunda.local;

/** The demo can't go on; one sentence for the person at the terminal. */
final class DemoException extends RuntimeException {

  DemoException(String message) {
    super(message);
  }
}
