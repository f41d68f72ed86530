package io.flighthubcamunda.cli;

/** The end of something that goes on can't be seen from here; the message is for a person. */
final class FollowingException extends RuntimeException {

  /**
   * @param cause what happened to the connection on which the end was awaited
   */
  FollowingException(String message, Throwable cause) {
    super(message, cause);
  }
}
