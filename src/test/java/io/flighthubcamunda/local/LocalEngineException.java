package io.flighthubcamunda.local;

/** The local engine cannot run. The message is one sentence for the person at the terminal. */
public final class LocalEngineException extends RuntimeException {

  public LocalEngineException(String message) {
    super(message);
  }

  public LocalEngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
