package io.flighthubcamunda.local;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A Camunda engine on this machine, reachable from this machine only, gone when it is closed. */
public sealed interface LocalEngine extends AutoCloseable
    permits InMemoryEngine, RealBroker, RealCamunda {

  /** Where clients connect by gRPC, without TLS and without credentials. */
  URI grpcAddress();

  /** Where Operate is, without a trailing slash; empty when the engine comes without it. */
  Optional<URI> operateAddress();

  /** CPU time that its own processes took so far; nothing for an engine inside this process. */
  Duration cpu();

  /** Stops the engine and all its processes. What it knew is lost. */
  @Override
  void close();
}
