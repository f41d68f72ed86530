package io.flighthubcamunda.simulator;

/**
 * How the ETag of an upload callback is compared with the stored object. Whether FlightHub wants
 * the quotes of the HTTP header is unknown (fact sheet 2.3).
 */
public enum EtagCheck {
  /** Any text is accepted. */
  OFF,
  /** Quotes do not matter. */
  EITHER,
  /** Only the value with its double quotes, as the storage header carries it. */
  QUOTED,
  /** Only the value without quotes. */
  UNQUOTED;

  boolean accepts(String given, String stored) {
    return switch (this) {
      case OFF -> true;
      case EITHER -> given.equals(stored) || given.equals(quoted(stored));
      case QUOTED -> given.equals(quoted(stored));
      case UNQUOTED -> given.equals(stored);
    };
  }

  private static String quoted(String etag) {
    return '"' + etag + '"';
  }
}
