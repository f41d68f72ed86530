package io.flighthubcamunda.worker.job;

/**
 * The process variable {@code failure}.
 *
 * @param code one of {@link BpmnErrorCode}
 * @param message one sentence for a person
 * @param flightHubCode FlightHub's own number, where there is one
 */
public record FailureVariable(String code, String message, Integer flightHubCode) {

  public static FailureVariable of(BpmnErrorCode code, String message) {
    return new FailureVariable(code.name(), message, null);
  }

  public static FailureVariable of(BpmnErrorCode code, String message, int flightHubCode) {
    return new FailureVariable(code.name(), message, flightHubCode);
  }
}
