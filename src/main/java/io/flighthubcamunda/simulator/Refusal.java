package io.flighthubcamunda.simulator;

/** A call that is refused: HTTP 200 with a non-zero code. */
final class Refusal extends RuntimeException {

  private final RefusalCode code;

  Refusal(RefusalCode code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  RefusalCode code() {
    return code;
  }
}
