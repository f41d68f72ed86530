package io.flighthubcamunda.simulator;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the simulator listens and keeps its objects.
 *
 * @param bindAddress address to listen on, loopback unless told otherwise
 * @param publicHost host name that clients reach it by; it stands in the storage end point
 * @param port port of the API, 0 for any free one
 * @param storePort port of the object store, 0 for any free one
 * @param basePath path prefix of the API; {@code /openapi/v2.0} always answers the same
 * @param storeDirectory where objects are kept; without it a temporary directory that is deleted on
 *     close
 */
@RecordBuilder
public record Endpoints(
    String bindAddress,
    String publicHost,
    int port,
    int storePort,
    String basePath,
    Optional<Path> storeDirectory)
    implements EndpointsBuilder.With {

  public Endpoints {
    requirePort("The port of the API", port);
    requirePort("The port of the object store", storePort);
    if (port != 0 && port == storePort) {
      throw new IllegalArgumentException(
          "The API and the object store cannot both listen on port %d.".formatted(port));
    }
    if (bindAddress.isBlank() || publicHost.isBlank()) {
      throw new IllegalArgumentException("The bind address and the public host cannot be empty.");
    }
    if (!basePath.matches("(/[A-Za-z0-9._-]+)+")) {
      throw new IllegalArgumentException(
          "The path prefix must look like /openapi/v0.1, not '%s'.".formatted(basePath));
    }
  }

  static Endpoints defaults() {
    return new Endpoints("127.0.0.1", "127.0.0.1", 0, 0, "/openapi/v0.1", Optional.empty());
  }

  private static void requirePort(String what, int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("%s must be 0 to 65535, not %d.".formatted(what, port));
    }
  }
}
