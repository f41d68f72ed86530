package io.flighthubcamunda.bench;

/** The benchmark can't go on; one sentence for the person at the terminal. */
public final class BenchException extends RuntimeException {

  public BenchException(String message) {
    super(message);
  }

  public BenchException(String message, Throwable cause) {
    super(message, cause);
  }
}
