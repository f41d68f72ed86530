package io.flighthubcamunda.drill;

/**
 * What a person is asked.
 *
 * @param key of the incident or of the user task
 * @param instanceKey of the process instance that has it, which may have been called by another
 * @param jobKey of the incident's job; -1 without one
 * @param where job type of an incident, element id otherwise
 * @param message of the incident, or what the form of the user task shows
 * @param incident whether it is an incident
 */
record Question(
    long key, long instanceKey, long jobKey, String where, String message, boolean incident) {

  private static final String START = "flighthub.open-model.start";

  /** Whether it is about a start of which nobody knows whether it took effect. */
  boolean aboutStart() {
    return where.equals(START);
  }

  /** What a person reads. */
  @Override
  public String toString() {
    return where + ": " + message;
  }
}
