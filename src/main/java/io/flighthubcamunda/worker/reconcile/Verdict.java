package io.flighthubcamunda.worker.reconcile;

/** Whether somebody still waits for what a resource of FlightHub is to become. */
sealed interface Verdict {

  /** Its instance goes on: nobody but that instance touches it. */
  record Lives() implements Verdict {}

  /**
   * Its instance is gone.
   *
   * @param cancelled surely from outside, so that it cleaned nothing up; else it may have ended by
   *     itself a moment ago
   */
  record Gone(long processInstanceKey, boolean cancelled, boolean keepModels, boolean keepResource)
      implements Verdict {}

  /**
   * It is not known, so nothing may be touched.
   *
   * @param why a sentence
   */
  record Unclear(String why) implements Verdict {}
}
