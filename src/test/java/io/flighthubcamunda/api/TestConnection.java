package io.flighthubcamunda.api;

import io.flighthubcamunda.simulator.Simulator;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;

/** Connections without a rate that slows a test down. */
public final class TestConnection {

  public static final String KEY = "eyJhbGciOiJIUzI1NiJ9.c2VjcmV0LW9mLXRlc3Q.x-Yz_9";
  public static final String PROJECT = "5b0b2b0e-3d53-4d0c-9a0a-3c8f5f0f7a11";

  private TestConnection() {}

  public static FlightHubConnection to(URI baseUrl) {
    return to(baseUrl, KEY, PROJECT, Duration.ofSeconds(20));
  }

  public static FlightHubConnection to(Simulator simulator) {
    var access = simulator.settings().access();
    return to(simulator.baseUrl(), access.token(), access.projectUuid(), Duration.ofSeconds(20));
  }

  public static FlightHubConnection to(
      URI baseUrl, String key, String project, Duration requestTimeout) {
    return new FlightHubConnection(
        baseUrl,
        FlightHubConnection.V1_PREFIX,
        new OrganizationKey(key),
        project,
        "en",
        Duration.ofSeconds(5),
        requestTimeout,
        1000,
        1000,
        RefusalCodes.defaults());
  }

  public static OpenModelApi openModel(URI baseUrl) {
    return FlightHub.connect(to(baseUrl)).openModel();
  }

  public static OpenModelApi openModel(Simulator simulator) {
    return FlightHub.connect(to(simulator)).openModel();
  }

  /** An address that nobody listens on. */
  public static URI nowhere() throws java.io.IOException {
    try (var socket = new ServerSocket(0)) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }
}
