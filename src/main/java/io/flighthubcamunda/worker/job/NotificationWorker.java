package io.flighthubcamunda.worker.job;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.client.api.response.ActivatedJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells operators something: a line in the log. Replace the job type by your own channel. */
@Component
public class NotificationWorker {

  private static final Logger LOG = LoggerFactory.getLogger(NotificationWorker.class);

  @JobWorker(
      type = "flighthub.operator.notify",
      timeout = JobTimeouts.FEW_CALLS,
      fetchVariables = {"message", "imageSetName", "resourceUuid"})
  public void notifyOperator(
      @Variable(name = "message", optional = true) String message, ActivatedJob job) {
    try (var log = JobLog.of(job)) {
      LOG.warn("Notice for the operator: {}", message);
    }
  }
}
