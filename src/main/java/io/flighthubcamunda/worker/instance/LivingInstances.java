package io.flighthubcamunda.worker.instance;

import io.camunda.client.CamundaClient;
import io.grpc.Status;
import java.util.Map;

/**
 * Knows whether something in the engine goes on. Asks the broker itself, which every version can
 * answer and which never lags, with a command that changes nothing.
 */
public final class LivingInstances {

  private final CamundaClient engine;

  public LivingInstances(CamundaClient engine) {
    this.engine = engine;
  }

  /**
   * @param key of a process instance or of an element in one
   * @return false when it has ended, and also when it never was
   * @throws RuntimeException the client's, when the engine can't be asked
   */
  public boolean lives(long key) {
    try {
      engine.newSetVariablesCommand(key).variables(Map.of()).local(true).send().join();
      return true;
    } catch (RuntimeException e) {
      if (Status.fromThrowable(e).getCode() == Status.Code.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }
}
