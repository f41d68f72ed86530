package io.flighthubcamunda.worker.admission;

import io.camunda.client.CamundaClient;
import org.springframework.stereotype.Component;

/** Asks the engine to leave a job with us for longer. */
@Component
class LeaseExtension {

  private final CamundaClient engine;

  LeaseExtension(CamundaClient engine) {
    this.engine = engine;
  }

  /**
   * The whole time-out again, when more than half of it is used.
   *
   * @return false when the engine says that the job is gone, or with nobody
   */
  boolean extend(LeasedJob job) throws InterruptedException {
    return job.lease()
        .extend(
            timeout ->
                EngineCommand.send(
                        () ->
                            engine
                                .newUpdateTimeoutCommand(job.job())
                                .timeout(timeout)
                                .send()
                                .join())
                    == EngineCommand.Result.TAKEN);
  }
}
