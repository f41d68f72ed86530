package io.flighthubcamunda.upload;

/** A file that looks unchanged could not be read: a network disk may bring it the next time. */
final class UnreadableFileException extends RuntimeException {

  UnreadableFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
