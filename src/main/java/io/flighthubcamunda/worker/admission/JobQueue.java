package io.flighthubcamunda.worker.admission;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** The engine's queue of the jobs of one type, each handed out with a lease. */
final class JobQueue {

  /** The engine's word for it. */
  private static final Duration NO_WAIT = Duration.ofMillis(-1);

  private final CamundaClient engine;
  private final InstantSource clock;
  private final String jobType;
  private final Duration timeout;
  private final Duration longestRest;
  private final List<String> variables;

  /**
   * @param timeout after which the engine gives a job to somebody else
   * @param longestRest pause between two questions to a gateway that lets none of them wait
   * @param variables that a job brings; none means all
   */
  JobQueue(
      CamundaClient engine,
      InstantSource clock,
      String jobType,
      Duration timeout,
      Duration longestRest,
      List<String> variables) {
    this.engine = engine;
    this.clock = clock;
    this.jobType = jobType;
    this.timeout = timeout;
    this.longestRest = longestRest;
    this.variables = variables;
  }

  /**
   * Waits until there is one.
   *
   * @param most 1 or more
   * @param wait at most
   * @return oldest first; nothing when the time is up
   */
  List<LeasedJob> take(int most, Duration wait) throws InterruptedException, ExecutionException {
    var asked = System.nanoTime();
    var jobs = ask(most, wait);
    if (jobs.isEmpty()) {
      waitForTheRest(wait.minusNanos(System.nanoTime() - asked));
      // A gateway that lets requests wait relies on being told of jobs, and does not look itself.
      jobs = ask(most, NO_WAIT);
    }
    return jobs;
  }

  private List<LeasedJob> ask(int most, Duration wait)
      throws InterruptedException, ExecutionException {
    var lease = JobLease.beginning(timeout, clock);
    return engine
        .newActivateJobsCommand()
        .jobType(jobType)
        .maxJobsToActivate(most)
        .timeout(timeout)
        .fetchVariables(variables)
        .requestTimeout(wait)
        .send()
        .get()
        .getJobs()
        .stream()
        // Oldest first; an answer may hold its jobs in any order.
        .sorted(Comparator.comparingLong(ActivatedJob::getKey))
        .map(job -> new LeasedJob(job, lease.ofOneJob()))
        .toList();
  }

  /** Not every gateway lets a request wait, and one that doesn't must not be asked all the time. */
  private void waitForTheRest(Duration left) throws InterruptedException {
    var rest = left.compareTo(longestRest) < 0 ? left : longestRest;
    if (rest.isPositive()) {
      Thread.sleep(rest);
    }
  }
}
