package io.flighthubcamunda.imageset;

/** A file is no longer what the check of its image set saw. The message names it. */
public final class SourceFileChangedException extends RuntimeException {

  public SourceFileChangedException(String message) {
    super(message);
  }
}
