package io.flighthubcamunda.result;

/** A way to a result archive; which of them FlightHub takes is not known (fact sheet 2.16). */
public enum ResultStrategy {
  /** The key lies in the bucket of a fresh upload credential, which may read it. */
  STORE,
  /** FlightHub's {@code model/download-url} names an address for it. */
  DOWNLOAD_URL,
  /** A person fetches it from FlightHub's pages; the process goes on without a file. */
  MANUAL
}
