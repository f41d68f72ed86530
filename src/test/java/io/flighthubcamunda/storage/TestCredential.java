package io.flighthubcamunda.storage;

import io.flighthubcamunda.api.StorageCredential;
import java.net.URI;
import java.time.Duration;

/** Credentials for a store that does not look at them, and settings with short limits. */
public final class TestCredential {

  private static final StoreConnections CONNECTIONS = StoreConnections.open(settings());

  public static final String SECRET = "theSecretKeyOfTheStore";
  public static final String SESSION = "theSessionTokenOfTheStore";

  private TestCredential() {}

  public static StorageCredential at(URI store) {
    return at("minio", store.toString());
  }

  public static StorageCredential at(String cloud, String endPoint) {
    return new StorageCredential(
        cloud,
        "STS.key",
        SECRET,
        SESSION,
        "oss-cn-hangzhou",
        "photos",
        "callback",
        "project/tmp/1/{fileName}",
        1_790_000_000,
        endPoint);
  }

  public static StorageSettings settings(Duration stallTimeout) {
    return settings(stallTimeout, stallTimeout);
  }

  public static StorageSettings settings(Duration stallTimeout, Duration answerTimeout) {
    return new StorageSettings(true, 4, Duration.ofSeconds(5), stallTimeout, answerTimeout);
  }

  /** For stores that must not be http. */
  public static StorageSettings https(int connections) {
    var second = Duration.ofSeconds(1);
    return new StorageSettings(false, connections, second, second, second);
  }

  public static StorageSettings settings() {
    return settings(Duration.ofSeconds(20));
  }

  /** Of the whole test run; nobody closes them. */
  public static StoreConnections connections() {
    return CONNECTIONS;
  }
}
