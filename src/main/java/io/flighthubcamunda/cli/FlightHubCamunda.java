package io.flighthubcamunda.cli;

/** The jar's entry: {@code java -jar flighthub-camunda.jar VERB}. */
public final class FlightHubCamunda {

  private FlightHubCamunda() {}

  public static void main(String[] args) {}
}
