package io.flighthubcamunda.storage;

import java.time.Duration;

/**
 * @param allowHttp whether the store's address may be plain http; only ever for a simulator or a
 *     private network
 * @param connections connections to the store at most, at least 1
 * @param connectTimeout limit for the handshake
 * @param stallTimeout limit for a silence of the store
 * @param answerTimeout limit for its silence when it has got all of an object: it may still be
 *     writing it, and whoever gives up too early sends it twice
 */
public record StorageSettings(
    boolean allowHttp,
    int connections,
    Duration connectTimeout,
    Duration stallTimeout,
    Duration answerTimeout) {

  public StorageSettings {
    if (connections < 1) {
      throw new IllegalArgumentException(
          "flighthub.upload.max-parallel-files must be at least 1, but is " + connections + ".");
    }
  }
}
