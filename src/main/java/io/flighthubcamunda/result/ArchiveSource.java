package io.flighthubcamunda.result;

import io.flighthubcamunda.storage.OpenObject;

/** One way to an archive. Each opening asks FlightHub anew, because permissions end. */
interface ArchiveSource {

  /** Of this way, as settings and messages have it. */
  String name();

  /**
   * @param model whose archive it is
   * @param from first byte that is wanted
   * @param etag of the archive that the bytes before came from; empty with {@code from} 0
   * @return what begins at {@code from}, or at 0 when it is another archive by now
   * @throws NotThisWay when another way should be tried
   */
  OpenObject open(FinishedModel model, long from, String etag);
}
