package io.flighthubcamunda.bench.start;

import java.time.Duration;

/**
 * What happens once to a command on its way from a worker to the engine.
 *
 * @param command of Zeebe's gateway, such as {@code CompleteJob}
 * @param freeze how long the worker stands still; zero where the connection breaks instead
 */
record EngineFault(String command, Moment moment, Duration freeze) {

  static final String MARK = "SetVariables";
  static final String COMPLETE = "CompleteJob";

  enum Moment {
    /** The engine does not get the command, or gets it after the freeze. */
    BEFORE,
    /** The engine has taken the command. */
    AFTER
  }

  boolean breaksConnection() {
    return freeze.isZero();
  }
}
