package io.flighthubcamunda.bench.poll;

import io.flighthubcamunda.bench.poll.SimulatedRun.State;

/** Doubles its pause up to a bound, whatever it sees. */
final class ExponentialBackOff implements Poller {

  private final double longest;
  private double pause;

  ExponentialBackOff(double shortest, double longest) {
    this.longest = longest;
    this.pause = shortest;
  }

  @Override
  public double first() {
    return pause;
  }

  @Override
  public double next(State seen, double second) {
    pause = Math.min(longest, 2 * pause);
    return pause;
  }
}
