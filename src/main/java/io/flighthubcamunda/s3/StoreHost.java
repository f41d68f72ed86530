package io.flighthubcamunda.s3;

/**
 * The host of a store.
 *
 * @param name as a URL has it: a name, or an IP address, version 6 in brackets
 */
public record StoreHost(String name) {

  /** A bucket in front of an IP address or of localhost is no host name. */
  public boolean bearsNoBucket() {
    return name.matches("[0-9.]+|\\[.*]|localhost");
  }
}
