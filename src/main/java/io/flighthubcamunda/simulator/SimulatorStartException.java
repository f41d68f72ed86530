package io.flighthubcamunda.simulator;

/** The simulator could not start; the message is one sentence that says what to change. */
public final class SimulatorStartException extends RuntimeException {

  SimulatorStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
