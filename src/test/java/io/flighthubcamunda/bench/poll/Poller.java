package io.flighthubcamunda.bench.poll;

import io.flighthubcamunda.bench.poll.SimulatedRun.State;

/** A way to look at one run; made anew for each. All times in seconds. */
interface Poller {

  /** The pause between the start and the first look. */
  double first();

  /**
   * @param second since the start
   * @return the pause before the next look
   */
  double next(State seen, double second);
}
