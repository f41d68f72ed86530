package io.flighthubcamunda.result;

/** There is no room for a result; half of it must not stay and take the last bytes from others. */
final class FullDiskException extends ResultException {

  FullDiskException(String message, Throwable cause) {
    super(message, true, cause);
  }
}
