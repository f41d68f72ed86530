package io.flighthubcamunda.bench.poll;

import java.util.random.RandomGenerator;

/**
 * What looking at one run cost.
 *
 * @param length of the run in seconds
 * @param checks looks, the one that saw the end included
 * @param late seconds from the end to that look
 */
record Watch(Family family, double length, int checks, double late) {

  static final double TOLERATED_SECONDS = 30;
  static final double TOLERATED_SHARE = 0.03;

  /** Seconds that a timer and a job worker add to a pause at most. */
  static final double TIMER_LATE = 2;

  /** Far more than any way to look should need. */
  private static final int ENDLESS = 100_000;

  /** Follows {@code run} to its end; timers are late by 0 to 2 seconds. */
  static Watch of(SimulatedRun run, Poller poller, RandomGenerator random) {
    var now = poller.first() + TIMER_LATE * random.nextDouble();
    for (int checks = 1; checks < ENDLESS; checks++) {
      var seen = run.at(now);
      if (seen.isEmpty()) {
        return new Watch(run.family(), run.length(), checks, now - run.length());
      }
      now += poller.next(seen.get(), now) + TIMER_LATE * random.nextDouble();
    }
    throw new IllegalStateException("A run was looked at without end: " + run);
  }

  /** The delay as a share of what is tolerated, so that 1 is just in time. */
  double delayShare() {
    return late / Math.max(TOLERATED_SECONDS, TOLERATED_SHARE * length);
  }

  boolean inTime() {
    return delayShare() <= 1;
  }
}
