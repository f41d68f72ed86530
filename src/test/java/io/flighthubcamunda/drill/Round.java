package io.flighthubcamunda.drill;

import io.flighthubcamunda.simulator.RunningList;
import java.time.Duration;

/**
 * What is the same for all reconstructions of a round.
 *
 * @param number 1 for the first
 * @param clockSkew how far FlightHub's clock is ahead of the workers'
 */
record Round(int number, Duration clockSkew, RunningList runningList, String label) {

  private static final Duration SKEW = Duration.ofMinutes(10);

  static Round of(int number, DrillPace pace) {
    return switch (number % 3) {
      case 1 ->
          new Round(number, SKEW, RunningList.complete(), "FlightHub's clock 10 minutes ahead");
      case 2 ->
          new Round(
              number,
              SKEW.negated(),
              RunningList.complete().withLag(pace.listLag().dividedBy(2)),
              "FlightHub's clock 10 minutes behind, running list late");
      default ->
          new Round(number, Duration.ZERO, RunningList.hidden(), "no running list is offered");
    };
  }

  boolean listHidden() {
    return !runningList.offered();
  }
}
