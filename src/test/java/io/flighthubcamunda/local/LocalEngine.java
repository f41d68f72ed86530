package io.flighthubcamunda.local;

import java.net.URI;
import java.util.Optional;

/** A Camunda engine on this machine, reachable from this machine only, gone when it is closed. */
public sealed interface LocalEngine extends AutoCloseable
    permits InMemoryEngine, RealBroker, RealCamunda {

  /** Where clients connect by gRPC, without TLS and without credentials. */
  URI grpcAddress();

  /** Where Operate is, without a trailing slash; empty when the engine comes without it. */
  Optional<URI> operateAddress();

  /** Stops the engine and all its processes. What it knew is lost. */
  @Override
  void close();
}
