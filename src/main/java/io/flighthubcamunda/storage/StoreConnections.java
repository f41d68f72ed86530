package io.flighthubcamunda.storage;

import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/**
 * The connections of this process to stores. One for the whole process: they stay open over batches
 * and credentials, so that only the first files pay for handshakes.
 */
public final class StoreConnections implements AutoCloseable {

  private final StorageSettings settings;
  private final SdkHttpClient client;

  private StoreConnections(StorageSettings settings, SdkHttpClient client) {
    this.settings = settings;
    this.client = client;
  }

  public static StoreConnections open(StorageSettings settings) {
    return new StoreConnections(
        settings,
        Apache5HttpClient.builder()
            .maxConnections(settings.connections())
            .connectionTimeout(settings.connectTimeout())
            .socketTimeout(settings.stallTimeout())
            .expectContinueEnabled(false)
            .build());
  }

  StorageSettings settings() {
    return settings;
  }

  SdkHttpClient client() {
    return client;
  }

  @Override
  public void close() {
    client.close();
  }
}
