package io.flighthubcamunda.worker.admission;

import io.camunda.client.CamundaClient;
import io.flighthubcamunda.worker.config.FlightHubProperties;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.springframework.stereotype.Component;

/** The engine's queue of starts that wait for a slot. */
@Component
class StartQueue {

  static final String JOB_TYPE = "flighthub.open-model.start";

  private final JobQueue jobs;
  private final Duration wait;

  StartQueue(CamundaClient engine, FlightHubProperties properties, InstantSource clock) {
    var settings = properties.admission();
    this.wait = settings.waitForJobs();
    this.jobs =
        new JobQueue(
            engine,
            clock,
            JOB_TYPE,
            settings.jobTimeout(),
            settings.fullPause(),
            StartVariables.NAMES);
  }

  /**
   * Waits until there is one, for {@code wait-for-jobs} at most.
   *
   * @param most 1 or more
   * @return oldest first; nothing when the time is up
   */
  List<LeasedJob> take(int most) throws InterruptedException, ExecutionException {
    return jobs.take(most, wait);
  }
}
