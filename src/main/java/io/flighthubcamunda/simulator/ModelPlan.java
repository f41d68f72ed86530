package io.flighthubcamunda.simulator;

import java.time.Duration;

/** What was decided about a model when it was started. */
record ModelPlan(
    Duration queue, Duration reconstruction, Duration packaging, Outcome outcome, Ending ending) {

  boolean succeeds() {
    return outcome instanceof Outcome.Succeed || outcome instanceof Outcome.PackagingFailed;
  }
}
