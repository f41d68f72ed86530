package io.flighthubcamunda.bench.poll;

import io.flighthubcamunda.schedule.Phase;
import java.util.Optional;

/**
 * One model from its start to its archive; all times in seconds.
 *
 * @param queue time without a computing resource
 * @param reconstruction time of the reconstruction itself
 * @param packaging time from its success to the finished archive
 */
record SimulatedRun(
    Family family,
    double queue,
    double reconstruction,
    double packaging,
    ProgressCurve reconstructionCurve,
    ProgressCurve packagingCurve) {

  /**
   * What FlightHub shows while the run lasts.
   *
   * @param percent of the phase
   */
  record State(Phase phase, int percent) {}

  double length() {
    return queue + reconstruction + packaging;
  }

  /** Empty once it has ended. */
  Optional<State> at(double second) {
    if (second < queue) {
      return Optional.of(new State(Phase.QUEUED, 0));
    }
    var working = second - queue;
    if (working < reconstruction) {
      return Optional.of(
          new State(Phase.RECONSTRUCTING, reconstructionCurve.shownAt(working / reconstruction)));
    }
    var packing = working - reconstruction;
    return packing < packaging
        ? Optional.of(new State(Phase.PACKAGING, packagingCurve.shownAt(packing / packaging)))
        : Optional.empty();
  }
}
