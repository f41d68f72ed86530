package io.flighthubcamunda.worker.admission;

import io.flighthubcamunda.schedule.SlotCount;
import io.flighthubcamunda.worker.config.FlightHubProperties;
import io.flighthubcamunda.worker.job.JobLog;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Lets starts through while FlightHub has free slots, when it is this worker's turn. Open, it waits
 * for jobs at the engine and asks FlightHub nothing. Closed, it waits until one of our models
 * leaves its slot, and looks now and then whether another one did; then it takes as many jobs as
 * there is room. Where FlightHub has no running list, a refused start is the look.
 */
@Component
class Gate {

  private final GateTurn turn;
  private final StartQueue queue;
  private final RunningModelsView running;
  private final SlotCount slots;
  private final StartJobHandler handler;
  private final FreedSlots freed;
  private final GatePause pause;
  private final GateMeters meters;
  private final Lock starting = new ReentrantLock();

  /** How many starts to try; 0 when closed. */
  private int room;

  /** When a closed gate looks by itself, as {@link System#nanoTime()} has it. */
  private long nextLook = System.nanoTime();

  Gate(
      GateTurn turn,
      StartQueue queue,
      RunningModelsView running,
      SlotCount slots,
      StartJobHandler handler,
      FreedSlots freed,
      GateMeters meters,
      FlightHubProperties properties) {
    this.turn = turn;
    this.queue = queue;
    this.running = running;
    this.slots = slots;
    this.handler = handler;
    this.freed = freed;
    this.meters = meters;
    this.pause =
        new GatePause(
            properties.admission().fullPause(),
            properties.retry().firstPause(),
            () -> ThreadLocalRandom.current().nextDouble());
  }

  /**
   * Waits for its turn, for room or for jobs, and starts those that there is room for.
   *
   * @param wanted whether further jobs are to be started
   */
  void pass(BooleanSupplier wanted) throws InterruptedException, ExecutionException {
    if (!turn.take()) {
      return;
    }
    if (room == 0) {
      room = awaitRoom();
    }
    if (room > 0) {
      var jobs = queue.take(jobsAtOnce());
      starting.lock();
      try {
        startInOrder(jobs, wanted);
      } finally {
        starting.unlock();
      }
    }
  }

  /**
   * Closes the gate for a while.
   *
   * @return about how long
   */
  Duration closeAfterFailure() {
    pause.failed();
    close();
    return pause.next();
  }

  /** Waits while the gate is closed; another worker, which may fare better, gets the turn. */
  void rest() throws InterruptedException {
    turn.giveBack(Duration.ZERO);
    Thread.sleep(Duration.ofNanos(Math.max(0, nextLook - System.nanoTime())));
  }

  /** Lets another worker have the turn once the list shows it what was started here. */
  void leave() {
    turn.giveBack(running.lag());
  }

  /** Waits for the start in hand and keeps further ones from beginning meanwhile. */
  void betweenStarts(Runnable work) {
    starting.lock();
    try {
      work.run();
    } finally {
      starting.unlock();
    }
  }

  /** 0 when there is none yet; not waited for longer than the turn bears. */
  private int awaitRoom() throws InterruptedException {
    var left = Duration.ofNanos(nextLook - System.nanoTime());
    var patience = turn.patience();
    int told = freed.await(left.compareTo(patience) < 0 ? left : patience);
    if (told > 0) {
      // The start looks at the list itself.
      return Math.min(told, slots.capacity());
    }
    if (nextLook - System.nanoTime() > 0) {
      return 0;
    }
    var seen = running.look();
    if (seen.isPresent() && slots.free(seen.get()) == 0) {
      pause.stillFull();
      close();
      return 0;
    }
    // Without a list, starts are tried until FlightHub refuses one.
    return seen.map(slots::free).orElse(slots.capacity());
  }

  private void close() {
    room = 0;
    nextLook = System.nanoTime() + pause.next().toNanos();
  }

  private int jobsAtOnce() {
    return running.lastSeen().isPresent() ? room : 1;
  }

  private void startInOrder(List<LeasedJob> jobs, BooleanSupplier wanted)
      throws InterruptedException {
    var waiting = new ArrayDeque<>(jobs);
    try {
      while (!waiting.isEmpty() && wanted.getAsBoolean() && turn.keep() && startFirst(waiting)) {
        waiting.removeFirst();
      }
    } finally {
      meters.leftWaiting(waiting.size());
      // First in, first out: nobody overtakes one that waits for its slots.
      for (var job : waiting) {
        handler.putBack(job);
      }
    }
  }

  /**
   * @return whether to go on; if not, the gate is closed, and the first one is still to be put back
   */
  private boolean startFirst(Deque<LeasedJob> waiting) throws InterruptedException {
    switch (start(waiting.getFirst())) {
      case STARTED -> oneLess();
      case SETTLED -> {}
      case NO_FREE_SLOT -> {
        stillFull();
        return false;
      }
      case FAILED -> {
        pause.failed();
        close();
        // The engine has it already.
        waiting.removeFirst();
        return false;
      }
    }
    return true;
  }

  private void oneLess() {
    room = running.lastSeen().map(slots::free).orElse(room - 1);
    pause.full();
    if (room == 0) {
      close();
    }
  }

  private void stillFull() {
    if (running.lastSeen().isPresent()) {
      pause.stillFull();
    } else {
      pause.stillFullWithoutList();
    }
    close();
  }

  private StartJobHandler.Outcome start(LeasedJob job) throws InterruptedException {
    try (var log = JobLog.of(job.job())) {
      var outcome = handler.handle(job);
      meters.handled(outcome);
      return outcome;
    }
  }
}
