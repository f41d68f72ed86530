package io.flighthubcamunda.local;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A real Camunda and sample photographs for whoever brings workers and a FlightHub along, as {@code
 * tools/compose} does. Says first in which folder the photographs are. It ends with its input.
 */
public final class CamundaAlone {

  /** Before the line that is meant for a program. */
  private static final String ANSWER = "photographs ";

  private CamundaAlone() {}

  public static void main(String[] args) {
    MavenChild.play(CamundaAlone::play);
  }

  private static void play(DemoSettings settings) throws IOException {
    System.out.println(ANSWER + settings.imageFolder());
    var ports = LocalPorts.from(System.getProperties());
    try (var camunda = RealCamunda.start(settings.workDirectory(), ports, System.out::println)) {
      System.out.println("Camunda at " + camunda.grpcAddress());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
