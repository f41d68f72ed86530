package io.flighthubcamunda.result;

import io.flighthubcamunda.api.FlightHubRefusalException;
import io.flighthubcamunda.storage.OpenObject;
import io.flighthubcamunda.storage.StorageException;

/** One way to an archive. Each opening asks FlightHub anew, because permissions end. */
sealed interface ArchiveSource permits StoreArchives, AddressedArchives {

  /** Of this way, as settings and messages have it. */
  String name();

  /** As {@link #open}, with refusals as FlightHub and the store put them. */
  OpenObject ask(FinishedModel model, long from, String etag);

  /**
   * @param model whose archive it is
   * @param from first byte that is wanted
   * @param etag of the archive that the bytes before came from; empty with {@code from} 0
   * @return what begins at {@code from}, or at 0 when it is another archive by now
   * @throws NotThisWay when another way should be tried
   */
  default OpenObject open(FinishedModel model, long from, String etag) {
    try {
      return ask(model, from, etag);
    } catch (FlightHubRefusalException e) {
      throw new NotThisWay(e.getMessage(), false);
    } catch (StorageException e) {
      throw switch (e.kind()) {
        case CREDENTIAL -> new NotThisWay(e.getMessage(), true);
        case LASTING -> new NotThisWay(e.getMessage(), false);
        case SLOW_DOWN, PASSING -> e;
      };
    }
  }
}
