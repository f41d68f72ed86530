package io.flighthubcamunda.schedule;

/** What an unfinished model is waiting for. */
public enum Phase {
  QUEUED,
  RECONSTRUCTING,
  PACKAGING
}
