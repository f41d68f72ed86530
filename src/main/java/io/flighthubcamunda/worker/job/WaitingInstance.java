package io.flighthubcamunda.worker.job;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.grpc.Status;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a job that merely timed out, and that another worker goes on with, from one whose instance
 * has ended, so that nobody will ever clean up what the job did last. The engine says neither when
 * such a job is completed.
 */
final class WaitingInstance {

  private static final Logger LOG = LoggerFactory.getLogger(WaitingInstance.class);

  private final CamundaClient engine;
  private final ActivatedJob job;

  WaitingInstance(CamundaClient engine, ActivatedJob job) {
    this.engine = engine;
    this.job = job;
  }

  /** Asks the engine; one that doesn't answer counts as "not ended". */
  boolean ended() {
    try {
      engine
          .newSetVariablesCommand(job.getElementInstanceKey())
          .variables(Map.of())
          .local(true)
          .send()
          .join();
      return false;
    } catch (RuntimeException e) {
      var status = Status.fromThrowable(e).getCode();
      if (status != Status.Code.NOT_FOUND) {
        LOG.debug("The engine answered {} to whether an instance goes on", status, e);
      }
      return status == Status.Code.NOT_FOUND;
    }
  }
}
