package io.flighthubcamunda.api;

/** Hears of every call to FlightHub when it has ended; called on the caller's thread. */
@FunctionalInterface
public interface CallObserver {

  void ended(ApiCall call);
}
