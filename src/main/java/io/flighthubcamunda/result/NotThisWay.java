package io.flighthubcamunda.result;

/** The archive can't be had in this way; perhaps in another one. */
final class NotThisWay extends RuntimeException {

  private final boolean passing;

  /**
   * @param passing whether this way may be open later
   */
  NotThisWay(String message, boolean passing) {
    super(message);
    this.passing = passing;
  }

  boolean passing() {
    return passing;
  }
}
