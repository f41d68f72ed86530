package io.flighthubcamunda.bench.poll;

import io.flighthubcamunda.bench.poll.SimulatedRun.State;

/** Looks at the same intervals all the time. */
record FixedPause(double seconds) implements Poller {

  @Override
  public double first() {
    return seconds;
  }

  @Override
  public double next(State seen, double second) {
    return seconds;
  }
}
