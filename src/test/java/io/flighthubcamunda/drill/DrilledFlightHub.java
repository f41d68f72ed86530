package io.flighthubcamunda.drill;

import io.flighthubcamunda.bench.link.FarLink;
import io.flighthubcamunda.bench.link.LinkShape;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import java.net.URI;
import java.time.Duration;

/** A FlightHub and its store, each behind a network that can be cut. */
final class DrilledFlightHub implements AutoCloseable {

  private static final LinkShape NEAR = new LinkShape(Duration.ZERO, 8_000_000_000L, 0, 1);

  private final Simulator simulator;
  private final FarLink wayToApi;
  private final FarLink wayToStore;

  DrilledFlightHub(SimulatorSettings settings) {
    this.simulator = Simulator.start(settings);
    this.wayToApi = FarLink.open(NEAR, simulator.baseUrl().getPort());
    this.wayToStore = FarLink.open(NEAR, simulator.storeUrl().getPort());
    simulator.announceStore(near(wayToStore));
  }

  Simulator simulator() {
    return simulator;
  }

  /** Where workers find the API. */
  URI baseUrl() {
    return near(wayToApi);
  }

  void pullTheCable() {
    wayToApi.pull();
    wayToStore.pull();
  }

  void plugItIn() {
    wayToApi.plug();
    wayToStore.plug();
  }

  private static URI near(FarLink link) {
    return URI.create("http://127.0.0.1:" + link.port());
  }

  @Override
  public void close() {
    wayToApi.close();
    wayToStore.close();
    simulator.close();
  }
}
