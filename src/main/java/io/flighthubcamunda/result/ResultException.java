package io.flighthubcamunda.result;

/** A result could not be fetched or kept; one sentence for an operator. */
public final class ResultException extends RuntimeException {

  private final boolean passing;

  ResultException(String message, boolean passing, Throwable cause) {
    super(message, cause);
    this.passing = passing;
  }

  /** Whether trying again may help without anybody changing anything. */
  public boolean passing() {
    return passing;
  }
}
