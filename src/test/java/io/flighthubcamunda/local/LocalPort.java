package io.flighthubcamunda.local;

/** The TCP ports of a local Camunda, all bound to the loopback address. */
public enum LocalPort {
  GRPC("camunda.grpc.port", 26500, "Camunda, gRPC"),
  HTTP("camunda.http.port", 8080, "Operate and Tasklist"),
  MANAGEMENT("camunda.management.port", 9600, "Camunda, management"),
  COMMAND("camunda.command.port", 26501, "Camunda, broker commands"),
  INTERNAL("camunda.internal.port", 26502, "Camunda, broker cluster"),
  SEARCH("opensearch.http.port", 9200, "OpenSearch, HTTP"),
  SEARCH_TRANSPORT("opensearch.transport.port", 9300, "OpenSearch, transport");

  private final String property;
  private final int standard;
  private final String purpose;

  LocalPort(String property, int standard, String purpose) {
    this.property = property;
    this.standard = standard;
    this.purpose = purpose;
  }

  /** System property that chooses another number. */
  public String property() {
    return property;
  }

  /** Number that is used unless the property is set. */
  public int standard() {
    return standard;
  }

  /** Who listens there, in words for the person at the terminal. */
  public String purpose() {
    return purpose;
  }
}
