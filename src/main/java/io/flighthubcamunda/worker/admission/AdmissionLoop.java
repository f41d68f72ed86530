package io.flighthubcamunda.worker.admission;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets the gate work for as long as the worker runs, whatever happens to it. Jobs of the start type
 * have no ordinary worker: they are activated only when there is room.
 */
@Component
class AdmissionLoop implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(AdmissionLoop.class);

  private static final Duration LONGEST_LEAVING = Duration.ofSeconds(5);

  private final Gate gate;
  private volatile Thread thread;

  AdmissionLoop(Gate gate) {
    this.gate = gate;
  }

  @Override
  public void start() {
    // Known before it runs, because the loop ends when it is no longer the one that is known.
    thread = Thread.ofPlatform().name("flighthub-admission").unstarted(this::loop);
    thread.start();
  }

  /**
   * A start in hand is finished first: cut off, nobody would know whether it took effect. Then
   * another worker may go on at once.
   */
  @Override
  public void stop() {
    var stopping = thread;
    thread = null;
    if (stopping == null) {
      return;
    }
    gate.betweenStarts(stopping::interrupt);
    try {
      stopping.join(LONGEST_LEAVING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void loop() {
    try {
      while (Thread.currentThread() == thread) {
        pass();
      }
    } catch (InterruptedException e) {
      // Stopped.
    }
    leave();
  }

  private void pass() throws InterruptedException {
    try {
      gate.pass(this::isRunning);
    } catch (ExecutionException | RuntimeException e) {
      if (Thread.currentThread() == thread) {
        LOG.warn("Admission waits {} after: {}", gate.closeAfterFailure(), sentence(e));
        LOG.debug("Admission failed", e);
        gate.rest();
      }
    }
  }

  private void leave() {
    // An interruption that nobody has seen yet would cut this off.
    Thread.interrupted();
    gate.leave();
  }

  /** Our own exceptions say it best; what lies below them often says nothing. */
  private static String sentence(Exception e) {
    var said = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
    return said.getMessage() == null ? said.getClass().getSimpleName() : said.getMessage();
  }
}
