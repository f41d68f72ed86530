package io.flighthubcamunda.worker.admission;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.flighthubcamunda.worker.config.FlightHubProperties;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.springframework.stereotype.Component;

/** The engine's queue of starts that wait for a slot. */
@Component
class StartQueue {

  static final String JOB_TYPE = "flighthub.open-model.start";

  private final CamundaClient engine;
  private final FlightHubProperties.Admission settings;
  private final InstantSource clock;

  StartQueue(CamundaClient engine, FlightHubProperties properties, InstantSource clock) {
    this.engine = engine;
    this.settings = properties.admission();
    this.clock = clock;
  }

  /**
   * Waits until there is one, for {@code wait-for-jobs} at most.
   *
   * @param most 1 or more
   * @return oldest first; nothing when the time is up
   */
  List<LeasedJob> take(int most) throws InterruptedException, ExecutionException {
    var asked = System.nanoTime();
    var lease = JobLease.beginning(settings.jobTimeout(), clock);
    var jobs =
        engine
            .newActivateJobsCommand()
            .jobType(JOB_TYPE)
            .maxJobsToActivate(most)
            .timeout(settings.jobTimeout())
            .fetchVariables(StartVariables.NAMES)
            .requestTimeout(settings.waitForJobs())
            .send()
            .get()
            .getJobs()
            .stream()
            // Oldest first; an answer may hold its jobs in any order.
            .sorted(Comparator.comparingLong(ActivatedJob::getKey))
            .map(job -> new LeasedJob(job, lease.ofOneJob()))
            .toList();
    if (jobs.isEmpty()) {
      waitForTheRest(Duration.ofNanos(System.nanoTime() - asked));
    }
    return jobs;
  }

  /** Not every gateway lets a request wait, and one that doesn't must not be asked all the time. */
  private void waitForTheRest(Duration waited) throws InterruptedException {
    var left = settings.waitForJobs().minus(waited);
    var rest = left.compareTo(settings.fullPause()) < 0 ? left : settings.fullPause();
    if (rest.isPositive()) {
      Thread.sleep(rest);
    }
  }
}
