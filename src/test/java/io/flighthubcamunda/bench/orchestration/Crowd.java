package io.flighthubcamunda.bench.orchestration;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ProcessInstanceResult;
import io.flighthubcamunda.bench.BenchException;
import io.grpc.Status;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps the same number of process instances going: as one ends, the next begins. Measures from the
 * end of the warm-up, so that neither a beginning nor a tail is counted.
 */
final class Crowd implements AutoCloseable {

  /** How long an end is waited for; longer than any sensible backlog. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** An engine under pressure says so at once; the same for all contestants. */
  private static final Duration AGAIN = Duration.ofMillis(20);

  /**
   * @param ended instances in the measured time
   * @param refusals creations that the engine refused because it was busy; each was made again
   */
  record Passage(int ended, double seconds, int refusals) {

    double perSecond() {
      return ended / seconds;
    }
  }

  private final CamundaClient client;
  private final Map<String, Object> variables;
  private final int warmUp;
  private final int measured;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger ended = new AtomicInteger();
  private final AtomicInteger refusals = new AtomicInteger();

  /** Instances whose end is waited for. */
  private final Phaser underWay = new Phaser(1);

  private final AtomicLong start = new AtomicLong();
  private final AtomicLong end = new AtomicLong();
  private final AtomicReference<String> failure = new AtomicReference<>();
  private final CountDownLatch done = new CountDownLatch(1);

  Crowd(CamundaClient client, Map<String, Object> variables, int warmUp, int measured) {
    this.client = client;
    this.variables = variables;
    this.warmUp = warmUp;
    this.measured = measured;
  }

  /**
   * @param atOnce instances that are under way at any time
   * @throws BenchException when an instance does not end, or ends otherwise than with a model
   */
  Passage pass(int atOnce) {
    for (int i = 0; i < atOnce; i++) {
      create();
    }
    try {
      if (!done.await(PATIENCE.toMinutes(), TimeUnit.MINUTES)) {
        throw new BenchException(
            "Only %d of %d instances ended within %d minutes."
                .formatted(ended.get(), warmUp + measured, PATIENCE.toMinutes()));
      }
    } catch (InterruptedException e) {
      throw new BenchException("Interrupted", e);
    }
    if (failure.get() != null) {
      throw new BenchException("An instance went wrong: " + failure.get());
    }
    awaitRest();
    return new Passage(measured, (end.get() - start.get()) / 1e9, refusals.get());
  }

  /**
   * The workers of this crowd are killed next. A result that nobody brings about any more runs into
   * its time-out minutes later, and then the gateway drops its connection to the broker, with all
   * commands that are on it: those of the next crowd.
   */
  private void awaitRest() {
    try {
      underWay.awaitAdvanceInterruptibly(underWay.arrive(), PATIENCE.toMinutes(), TimeUnit.MINUTES);
    } catch (InterruptedException | TimeoutException e) {
      throw new BenchException("The last instances did not end", e);
    }
  }

  private void create() {
    underWay.register();
    ask();
  }

  private void ask() {
    client
        .newCreateInstanceCommand()
        .bpmnProcessId("reconstruct-images")
        .latestVersion()
        .variables(variables)
        .withResult()
        .fetchVariables("outcome")
        .requestTimeout(PATIENCE)
        .send()
        .whenComplete(this::hear);
  }

  private void hear(ProcessInstanceResult result, Throwable problem) {
    if (problem != null
        && done.getCount() > 0
        && Status.fromThrowable(problem).getCode() == Status.Code.RESOURCE_EXHAUSTED) {
      refusals.incrementAndGet();
      timer.schedule(this::ask, AGAIN.toMillis(), TimeUnit.MILLISECONDS);
      return;
    }
    if (done.getCount() > 0) {
      judge(result, problem);
    }
    underWay.arriveAndDeregister();
  }

  private void judge(ProcessInstanceResult result, Throwable problem) {
    if (problem != null) {
      fail(problem.getMessage());
      return;
    }
    if (!"ready".equals(result.getVariable("outcome"))) {
      fail("its outcome was " + result.getVariable("outcome"));
      return;
    }
    count();
  }

  private void count() {
    var number = ended.incrementAndGet();
    if (number == warmUp) {
      start.set(System.nanoTime());
    } else if (number == warmUp + measured) {
      end.set(System.nanoTime());
      done.countDown();
    }
    if (done.getCount() > 0) {
      create();
    }
  }

  private void fail(String message) {
    failure.compareAndSet(null, message);
    done.countDown();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
