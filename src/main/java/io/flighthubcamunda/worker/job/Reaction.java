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
  record TryAgain(String message, Optional<Duration> pause) implements Reaction {}

  /** An incident at once. */
  record AskOperator(String message) implements Reaction {}

  /** A BPMN error. */
  record Decide(BusinessError error) implements Reaction {}
}
