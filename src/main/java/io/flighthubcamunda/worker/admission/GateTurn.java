package io.flighthubcamunda.worker.admission;

import io.camunda.client.CamundaClient;
import io.flighthubcamunda.worker.config.FlightHubProperties;
import io.grpc.Status;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes one worker at a time the one that lets starts through. The turn is the only job of the only
 * instance of {@code admission-gate}: who has it keeps it for as long as it goes on to ask for it,
 * and a dead worker's turn goes to another one when the job times out.
 *
 * <p>Nothing depends on it but time and refused starts: that a start happens at most once is
 * guarded by the start's own job.
 */
@Component
class GateTurn {

  private static final Logger LOG = LoggerFactory.getLogger(GateTurn.class);

  static final String PROCESS = "admission-gate";
  private static final String DIAGRAM = PROCESS + ".bpmn";
  static final String JOB_TYPE = "flighthub.admission.hold-gate";
  static final String MESSAGE = "admission-gate-wanted";

  /** First wait for a turn; there may be no gate yet. Then twice as long each time. */
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);

  /** Of waits without a turn; by then the worker's own deployment is mostly done. */
  private static final int PATIENCE_WITH_DEPLOYMENT = 3;

  private static final Duration LAST_WORD = Duration.ofSeconds(2);

  private final CamundaClient engine;
  private final LeaseExtension extension;
  private final JobQueue turns;
  private final Duration turnTimeout;
  private final Duration longestWait;
  private Duration wait;
  private LeasedJob turn;
  private int waitsInVain;

  GateTurn(
      CamundaClient engine,
      LeaseExtension extension,
      FlightHubProperties properties,
      InstantSource clock) {
    var settings = properties.admission();
    this.engine = engine;
    this.extension = extension;
    this.turnTimeout = settings.turnTimeout();
    this.longestWait = settings.waitForJobs();
    this.wait = shorter(FIRST_WAIT, longestWait);
    this.turns =
        new JobQueue(engine, clock, JOB_TYPE, turnTimeout, settings.fullPause(), List.of());
  }

  /**
   * Keeps the turn, or waits for it, for {@code wait-for-jobs} at most.
   *
   * @return whether it is ours
   */
  boolean take() throws InterruptedException, ExecutionException {
    if (keep()) {
      return true;
    }
    turn = turns.take(1, wait).stream().findFirst().orElse(null);
    if (turn == null) {
      wantGate();
      wait = shorter(wait.multipliedBy(2), longestWait);
      return false;
    }
    LOG.info("This worker lets reconstructions start now");
    wait = shorter(FIRST_WAIT, longestWait);
    return true;
  }

  /** How long one may wait before asking for it again, so as not to lose it. */
  Duration patience() {
    return turnTimeout.dividedBy(4);
  }

  /**
   * Does not wait for it.
   *
   * @return whether it is still ours
   */
  boolean keep() throws InterruptedException {
    return turn != null && extension.extend(turn) && turn.lease().holds();
  }

  /**
   * Lets another worker have it; without effect when it isn't ours. Tried once: a worker that stops
   * must not wait for an engine that is gone, and one that can't be told finds out by the time-out.
   *
   * @param after a pause
   */
  void giveBack(Duration after) {
    var given = turn;
    turn = null;
    if (given == null || !given.lease().holds()) {
      return;
    }
    try {
      engine
          .newFailCommand(given.job())
          .retries(given.job().getRetries())
          .retryBackoff(after)
          .errorMessage("The worker that let reconstructions start gave this up.")
          .requestTimeout(LAST_WORD)
          .send()
          .join();
    } catch (RuntimeException e) {
      LOG.debug("The turn was not given back", e);
    }
  }

  /** There is never more than one; where it is there already, nothing happens. */
  private void wantGate() throws InterruptedException {
    if (waitsInVain < PATIENCE_WITH_DEPLOYMENT) {
      if (waitsInVain == PATIENCE_WITH_DEPLOYMENT - 1) {
        deploy();
      }
      waitsInVain++;
    }
    EngineCommand.send(
        () ->
            engine
                .newPublishMessageCommand()
                .messageName(MESSAGE)
                // The engine allows one instance for each key.
                .correlationKey(PROCESS)
                .timeToLive(Duration.ZERO)
                .send()
                .join());
  }

  /** Also where workers don't deploy the other diagrams: without a gate nothing would start. */
  private void deploy() throws InterruptedException {
    try {
      EngineCommand.send(
          () ->
              engine
                  .newDeployResourceCommand()
                  // The name that it has among the other diagrams: then it is no new version.
                  .addResourceStream(
                      GateTurn.class.getResourceAsStream("/bpmn/" + DIAGRAM), DIAGRAM)
                  .send()
                  .join());
    } catch (RuntimeException e) {
      if (Status.fromThrowable(e).getCode() != Status.Code.PERMISSION_DENIED) {
        throw e;
      }
      LOG.warn(
          "This worker may not deploy {}. Nothing starts before somebody has deployed it.",
          DIAGRAM);
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
