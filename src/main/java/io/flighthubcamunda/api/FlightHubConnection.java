package io.flighthubcamunda.api;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * Where FlightHub is and how to talk to it.
 *
 * @param baseUrl scheme, host and port, for example one of the hosts of fact sheet 1.2
 * @param prefix {@code /openapi/v0.1} or {@code /openapi/v2.0} (fact sheet 4)
 * @param key the organization key
 * @param projectUuid the project that all Open modeling calls act in; may be null where none is
 *     made
 * @param language language of FlightHub's messages, {@code en} or {@code zh}
 * @param connectTimeout limit for the TCP and TLS handshake
 * @param requestTimeout limit for one whole request
 * @param callsPerSecond sustained rate, at least 1 (fact sheet 1.5: no limit is published, about 4
 *     is careful)
 * @param burst calls that may go out at once after a pause, at least 1
 * @param codes what the envelope's codes mean
 */
public record FlightHubConnection(
    URI baseUrl,
    String prefix,
    OrganizationKey key,
    String projectUuid,
    String language,
    Duration connectTimeout,
    Duration requestTimeout,
    int callsPerSecond,
    int burst,
    RefusalCodes codes) {

  public static final String V1_PREFIX = "/openapi/v0.1";

  public FlightHubConnection {
    Objects.requireNonNull(key);
    Objects.requireNonNull(codes);
    if (baseUrl == null || baseUrl.getHost() == null || !isHttp(baseUrl)) {
      throw new IllegalArgumentException(
          "flighthub.base-url must be an http or https address such as"
              + " https://es-flight-api-eu.djigate.com, but is "
              + (baseUrl == null ? "not set." : baseUrl + "."));
    }
    if (callsPerSecond < 1 || burst < 1) {
      throw new IllegalArgumentException(
          "flighthub.rate-limit needs at least 1 call per second and a burst of at least 1.");
    }
  }

  /** A connection with the careful defaults of fact sheet 1.5. */
  public static FlightHubConnection of(URI baseUrl, OrganizationKey key, String projectUuid) {
    return new FlightHubConnection(
        baseUrl,
        V1_PREFIX,
        key,
        projectUuid,
        "en",
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        4,
        4,
        RefusalCodes.defaults());
  }

  private static boolean isHttp(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
  }

  String url() {
    var base = baseUrl.toString();
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + prefix;
  }
}
