package io.flighthubcamunda.worker.admission;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.flighthubcamunda.schedule.SlotCount;
import io.flighthubcamunda.worker.config.FlightHubProperties;
import io.flighthubcamunda.worker.job.JobLog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets as many reconstructions start as FlightHub has free slots, in the order of the engine's own
 * queue. Jobs of the start type have no ordinary worker: they are activated only when there is
 * room.
 */
@Component
class AdmissionLoop implements SmartLifecycle {

  static final String JOB_TYPE = "flighthub.open-model.start";

  private static final Logger LOG = LoggerFactory.getLogger(AdmissionLoop.class);

  private final CamundaClient engine;
  private final RunningModelsView running;
  private final SlotCount slots;
  private final StartJobHandler handler;
  private final FlightHubProperties.Admission settings;
  private final Duration afterFailure;
  private final InstantSource clock;
  private final Lock starting = new ReentrantLock();
  private volatile Thread thread;

  AdmissionLoop(
      CamundaClient engine,
      RunningModelsView running,
      SlotCount slots,
      StartJobHandler handler,
      FlightHubProperties properties,
      InstantSource clock) {
    this.engine = engine;
    this.running = running;
    this.slots = slots;
    this.handler = handler;
    this.settings = properties.admission();
    this.afterFailure = properties.retry().firstPause();
    this.clock = clock;
  }

  @Override
  public void start() {
    // Known before it runs, because the loop ends when it is no longer the one that is known.
    thread = Thread.ofPlatform().name("flighthub-admission").unstarted(this::loop);
    thread.start();
  }

  /** A start in hand is finished first: cut off, nobody would know whether it took effect. */
  @Override
  public void stop() {
    var stopping = thread;
    thread = null;
    if (stopping == null) {
      return;
    }
    starting.lock();
    try {
      stopping.interrupt();
    } finally {
      starting.unlock();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void loop() {
    while (Thread.currentThread() == thread) {
      try {
        Thread.sleep(admit());
      } catch (InterruptedException e) {
        return;
      } catch (ExecutionException | RuntimeException e) {
        if (Thread.currentThread() != thread) {
          return;
        }
        LOG.warn("Admission waits {} after: {}", afterFailure, sentence(e));
        LOG.debug("Admission failed", e);
        if (!paused()) {
          return;
        }
      }
    }
  }

  /** One round; returns how long to wait before the next one. */
  private Duration admit() throws InterruptedException, ExecutionException {
    // Without a running list one start at a time is tried, and FlightHub's refusal is the answer.
    int free = running.look().map(slots::free).orElse(1);
    if (free == 0) {
      return settings.fullPause();
    }
    var jobs = activate(free);
    starting.lock();
    try {
      return startInOrder(jobs) ? Duration.ZERO : settings.fullPause();
    } finally {
      starting.unlock();
    }
  }

  /**
   * @return whether all could be started
   */
  private boolean startInOrder(List<LeasedJob> jobs) throws InterruptedException {
    for (int i = 0; i < jobs.size(); i++) {
      if (!isRunning() || !start(jobs.get(i))) {
        // First in, first out: nobody overtakes one that waits for its slots.
        for (var waiting : jobs.subList(i, jobs.size())) {
          handler.putBack(waiting);
        }
        return false;
      }
    }
    return true;
  }

  private boolean start(LeasedJob job) throws InterruptedException {
    try (var log = JobLog.of(job.job())) {
      return handler.handle(job);
    }
  }

  private List<LeasedJob> activate(int free) throws InterruptedException, ExecutionException {
    var lease = JobLease.beginning(settings.jobTimeout(), clock);
    return engine
        .newActivateJobsCommand()
        .jobType(JOB_TYPE)
        .maxJobsToActivate(free)
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
  }

  private boolean paused() {
    try {
      Thread.sleep(afterFailure);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** Our own exceptions say it best; what lies below them often says nothing. */
  private static String sentence(Exception e) {
    var said = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
    return said.getMessage() == null ? said.getClass().getSimpleName() : said.getMessage();
  }
}
