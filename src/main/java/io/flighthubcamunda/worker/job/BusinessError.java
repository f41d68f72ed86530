package io.flighthubcamunda.worker.job;

import java.util.HashMap;
import java.util.Map;

/** Ends a job with a BPMN error, so that the process decides. */
public final class BusinessError extends RuntimeException {

  private final transient FailureVariable failure;
  private final transient Map<String, Object> variables;

  /**
   * @param message one sentence for a person
   */
  public BusinessError(BpmnErrorCode code, String message) {
    this(FailureVariable.of(code, message));
  }

  public BusinessError(FailureVariable failure) {
    this(failure, Map.of());
  }

  /**
   * @param variables handed to the catching event besides {@code failure}
   */
  public BusinessError(FailureVariable failure, Map<String, Object> variables) {
    super(failure.message());
    this.failure = failure;
    this.variables = new HashMap<>(variables);
    this.variables.put("failure", failure);
  }

  public FailureVariable failure() {
    return failure;
  }

  public Map<String, Object> variables() {
    return variables;
  }
}
