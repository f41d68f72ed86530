package io.flighthubcamunda.simulator;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The storage keys that were handed out. Expired ones stay known, so that they can be told apart.
 */
final class Credentials {

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Credential> byAccessKeyId = new ConcurrentHashMap<>();
  private final Map<String, Credential> byCallbackParam = new ConcurrentHashMap<>();

  /** A credential that may read results, with a path that belongs to it alone. */
  Credential issue(String project, Instant now, Duration lifetime) {
    return issue(project, UUID.randomUUID().toString(), true, now, lifetime);
  }

  /**
   * @param folder last part of the path that it may write below
   */
  Credential issue(
      String project, String folder, boolean mayReadResults, Instant now, Duration lifetime) {
    Credential credential =
        new Credential(
            "STS." + secret(12),
            secret(20),
            secret(32),
            secret(24),
            project,
            project + "/tmp/" + folder + "/",
            mayReadResults,
            // Clients are told whole seconds, and the key must be good until then.
            now.plus(lifetime).truncatedTo(ChronoUnit.SECONDS));
    byAccessKeyId.put(credential.accessKeyId(), credential);
    byCallbackParam.put(credential.callbackParam(), credential);
    return credential;
  }

  /** Ends a key, and the callback value that belongs to it, before their time. */
  void expire(String accessKeyId) {
    byAccessKeyId.computeIfPresent(
        accessKeyId,
        (id, credential) -> {
          Credential expired = credential.expiredAt(Instant.EPOCH);
          byCallbackParam.put(credential.callbackParam(), expired);
          return expired;
        });
  }

  Optional<Credential> withAccessKeyId(String accessKeyId) {
    return Optional.ofNullable(byAccessKeyId.get(accessKeyId));
  }

  Optional<Credential> withCallbackParam(String callbackParam) {
    return Optional.ofNullable(byCallbackParam.get(callbackParam));
  }

  /** Key ids, secrets and session tokens of all that were ever issued. */
  Stream<String> secrets() {
    return byAccessKeyId.values().stream()
        .flatMap(key -> Stream.of(key.accessKeyId(), key.secretAccessKey(), key.sessionToken()));
  }

  private String secret(int bytes) {
    byte[] value = new byte[bytes];
    random.nextBytes(value);
    return HexFormat.of().formatHex(value);
  }
}
