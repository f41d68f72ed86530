package io.flighthubcamunda.worker.admission;

import io.camunda.client.CamundaClient;
import io.flighthubcamunda.worker.config.FlightHubProperties;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Asks the engine to leave a job with us for longer. */
@Component
class LeaseExtension {

  private final CamundaClient engine;
  private final Duration jobTimeout;

  LeaseExtension(CamundaClient engine, FlightHubProperties properties) {
    this.engine = engine;
    this.jobTimeout = properties.admission().jobTimeout();
  }

  /** The whole time-out again, when more than half of it is used. */
  void extend(LeasedJob job) throws InterruptedException {
    job.lease()
        .extend(
            () ->
                EngineCommand.send(
                    () ->
                        engine
                            .newUpdateTimeoutCommand(job.job())
                            .timeout(jobTimeout)
                            .send()
                            .join()));
  }
}
