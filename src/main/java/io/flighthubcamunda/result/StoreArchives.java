package io.flighthubcamunda.result;

import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.storage.ObjectStore;
import io.flighthubcamunda.storage.OpenObject;
import io.flighthubcamunda.storage.StoreConnections;

/** By its storage key, with the credential of a fresh {@code obtain_token}. */
final class StoreArchives implements ArchiveSource {

  private final OpenModelApi flightHub;
  private final StoreConnections connections;

  StoreArchives(OpenModelApi flightHub, StoreConnections connections) {
    this.flightHub = flightHub;
    this.connections = connections;
  }

  @Override
  public String name() {
    return "store";
  }

  @Override
  public OpenObject ask(FinishedModel model, long from, String etag) {
    if (model.zipFileKey() == null || model.zipFileKey().isBlank()) {
      throw new NotThisWay("FlightHub named no storage key for it.", false);
    }
    return ObjectStore.of(flightHub.obtainToken(), connections).get(model.zipFileKey(), from, etag);
  }
}
