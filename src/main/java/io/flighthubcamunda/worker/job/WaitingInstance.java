package io.flighthubcamunda.worker.job;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.flighthubcamunda.worker.instance.LivingInstances;
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
      return !new LivingInstances(engine).lives(job.getElementInstanceKey());
    } catch (RuntimeException e) {
      LOG.debug("The engine did not say whether an instance goes on", e);
      return false;
    }
  }
}
