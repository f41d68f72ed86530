package io.flighthubcamunda.result;

import io.flighthubcamunda.api.ModelFileApi;
import io.flighthubcamunda.storage.OpenObject;
import io.flighthubcamunda.storage.SignedAddress;
import io.flighthubcamunda.storage.StoreConnections;

/** From the address that {@code model/download-url} names; its id is taken to be the model's. */
final class AddressedArchives implements ArchiveSource {

  private final ModelFileApi flightHub;
  private final StoreConnections connections;

  AddressedArchives(ModelFileApi flightHub, StoreConnections connections) {
    this.flightHub = flightHub;
    this.connections = connections;
  }

  @Override
  public String name() {
    return "download-url";
  }

  @Override
  public OpenObject ask(FinishedModel model, long from, String etag) {
    var url = flightHub.downloadUrl(model.uuid()).url();
    if (url.isBlank()) {
      throw new NotThisWay("FlightHub names no address for it yet.", true);
    }
    return SignedAddress.of(url, connections).get(from, etag);
  }
}
