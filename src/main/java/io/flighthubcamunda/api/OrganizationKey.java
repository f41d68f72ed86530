package io.flighthubcamunda.api;

/**
 * The organization key that FlightHub takes as {@code X-User-Token} (fact sheet 1.1). It never
 * leaves this package: {@link #toString()} hides it and {@link #redact} takes it out of texts that
 * FlightHub sends back.
 */
public final class OrganizationKey {

  private static final String HIDDEN = "***";

  private final String value;

  /**
   * @param value the key as copied from the web UI; surrounding white space is dropped
   * @throws IllegalArgumentException when nothing is left, or when it holds characters that no HTTP
   *     header takes
   */
  public OrganizationKey(String value) {
    var stripped = value == null ? "" : value.strip();
    if (stripped.isEmpty()) {
      throw new IllegalArgumentException(
          "The FlightHub organization key is empty. Set FLIGHTHUB_TOKEN, or name a file that holds"
              + " it with flighthub.token-file.");
    }
    if (stripped.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new IllegalArgumentException(
          "The FlightHub organization key holds a blank or a character outside ASCII. Copy it again"
              + " from My Organization > Organization Settings > FlightHub Sync.");
    }
    this.value = stripped;
  }

  String reveal() {
    return value;
  }

  String redact(String text) {
    return text == null ? "" : text.replace(value, HIDDEN);
  }

  @Override
  public String toString() {
    return HIDDEN;
  }
}
