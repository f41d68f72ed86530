package io.flighthubcamunda.bench.start;

import java.util.List;

/**
 * What became of a trial.
 *
 * @param state as the engine and the operator see it
 * @param billed starts that FlightHub took: the most models of one type
 * @param running whether FlightHub runs exactly the models that the instance knows; true for
 *     instances that know none
 * @param needless whether the operator was asked although the product could have known
 * @param said what the operator was told; empty when nobody was asked
 */
record TrialEnd(
    Trial trial, State state, int billed, boolean running, boolean needless, String said) {

  enum State {
    /** The process went on with its models. */
    STARTED,
    /** The process went on along an error. */
    REFUSED,
    /** An incident. */
    ASKED,
    /** The job is still tried. */
    WAITING
  }

  /** For whoever must find out what went wrong. */
  String line() {
    return "trial %d (%s, list lag %s, %s %s): %s, billed %d times%s%s"
        .formatted(
            trial.number(),
            trial.trouble().label(),
            trial.listLag(),
            trial.atFlightHub().map(Object::toString).orElse(""),
            trial.atTheEngine().map(Object::toString).orElse(""),
            state,
            billed,
            running ? "" : ", without running models",
            said.isEmpty() ? "" : ", said: " + said);
  }

  /** Whether money or a model was lost. */
  boolean wrong() {
    return billed > 1 || !running || state == State.STARTED && billed == 0;
  }

  static List<TrialEnd> wrongOf(List<TrialEnd> ends) {
    return ends.stream().filter(TrialEnd::wrong).toList();
  }
}
