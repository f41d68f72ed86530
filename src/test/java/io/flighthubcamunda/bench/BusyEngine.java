package io.flighthubcamunda.bench;

import io.camunda.client.CamundaClient;
import io.flighthubcamunda.bpmn.ModelFiles;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Commands to an engine that is kept busy. */
public final class BusyEngine {

  private static final Duration AGAIN = Duration.ofMillis(20);

  private BusyEngine() {}

  /** Deploys {@code reconstruct-images} and what it calls, for workers that don't do it. */
  public static void deployDiagrams(CamundaClient client) {
    ModelFiles.deploy(client);
  }

  /** Sends a command again for as long as the engine says that it is too busy. */
  public static <T> T patiently(Supplier<T> command) {
    while (true) {
      try {
        return command.get();
      } catch (RuntimeException e) {
        if (Status.fromThrowable(e).getCode() != Status.Code.RESOURCE_EXHAUSTED) {
          throw e;
        }
        LockSupport.parkNanos(AGAIN.toNanos());
      }
    }
  }
}
