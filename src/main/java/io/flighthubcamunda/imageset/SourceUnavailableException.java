package io.flighthubcamunda.imageset;

/** The source of an image set does not answer now and may do so later. */
public final class SourceUnavailableException extends RuntimeException {

  public SourceUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
