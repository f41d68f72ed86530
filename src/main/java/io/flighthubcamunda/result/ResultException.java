package io.flighthubcamunda.result;

/** A result could not be fetched or kept; one sentence for an operator. */
public sealed class ResultException extends RuntimeException permits FullDiskException {

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
