package io.flighthubcamunda.cli;

/** What was named can't be cancelled; the message says why and what to do, in as many lines. */
final class NothingToCancelException extends RuntimeException {

  NothingToCancelException(String message) {
    super(message);
  }
}
