package io.flighthubcamunda.worker.job;

import java.time.Duration;
import java.util.Optional;

/** What becomes of a job that did not succeed. */
public sealed interface Reaction {

  /** Nobody waits for this job any more. */
  record Forget(String message) implements Reaction {}

  /**
   * The engine tries again after a pause, as long as retries are left; then there is an incident.
   */
  record TryAgain(String message, Optional<Duration> pause) implements Reaction {

    /**
     * What the engine is told.
     *
     * @param retriesLeft 0 for an incident, which a person reads
     */
    public String message(int retriesLeft) {
      return retriesLeft > 0
          ? message
          : message
              + " It was tried until no tries were left. Retry when the cause is gone, or cancel.";
    }
  }

  /** An incident at once. */
  record AskOperator(String message) implements Reaction {}

  /** A BPMN error. */
  record Decide(BusinessError error) implements Reaction {}
}
