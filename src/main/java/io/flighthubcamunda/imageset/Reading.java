package io.flighthubcamunda.imageset;

/** What was found at the head and the tail of one photograph's file. */
sealed interface Reading permits Photograph, Reading.Unusable {

  /** A file that FlightHub could do nothing with. */
  record Unusable(FindingCode code) implements Reading {}
}
