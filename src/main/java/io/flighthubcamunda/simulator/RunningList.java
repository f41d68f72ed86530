package io.flighthubcamunda.simulator;

import java.time.Duration;

/**
 * How {@code GET models/running} behaves. Whether it lists queued and packaging models is unknown,
 * and older deployments may lack it (fact sheet 2.1 and 2.9).
 *
 * @param offered false answers HTTP 404, as for any unknown path
 * @param queued whether models in status 12 are listed
 * @param packaging whether succeeded models are listed until their archive is ready
 * @param lag how far the list is behind, zero or more
 */
public record RunningList(boolean offered, boolean queued, boolean packaging, Duration lag) {

  public RunningList {
    Timing.requireNotNegative("the lag of the running list", lag);
  }

  /** Offered, complete and up to date. */
  public static RunningList complete() {
    return new RunningList(true, true, true, Duration.ZERO);
  }

  /** Not offered: HTTP 404. */
  public static RunningList hidden() {
    return new RunningList(false, true, true, Duration.ZERO);
  }

  public RunningList withQueued(boolean listed) {
    return new RunningList(offered, listed, packaging, lag);
  }

  public RunningList withPackaging(boolean listed) {
    return new RunningList(offered, queued, listed, lag);
  }

  public RunningList withLag(Duration value) {
    return new RunningList(offered, queued, packaging, value);
  }

  boolean shows(ModelState state) {
    return switch (state.status()) {
      case ModelStatus.QUEUED -> queued;
      case ModelStatus.EXECUTING -> true;
      default -> packaging && state.packaging();
    };
  }
}
