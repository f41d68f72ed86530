package io.flighthubcamunda.worker.admission;

import io.flighthubcamunda.api.ModelDetails;
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
 * Lets starts through while FlightHub has free slots. Open, it waits for jobs at the engine and
 * asks FlightHub nothing. Closed, it waits until one of our models leaves its slot, and looks now
 * and then whether somebody else's did; then it takes as many jobs as there is room. Where
 * FlightHub has no running list, a refused start is the look.
 *
 * <p>Other workers have gates of their own. FlightHub is the judge between them.
 */
@Component
class Gate {

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

  /** Whether the room was told by a check of ours, not found by a look. */
  private boolean told;

  /** Whether a free slot that a look shows is taken at once. */
  private boolean eager = true;

  Gate(
      StartQueue queue,
      RunningModelsView running,
      SlotCount slots,
      StartJobHandler handler,
      FreedSlots freed,
      GateMeters meters,
      FlightHubProperties properties) {
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
   * Waits for room or for jobs, and starts those that there is room for.
   *
   * @param wanted whether further jobs are to be started
   */
  void pass(BooleanSupplier wanted) throws InterruptedException, ExecutionException {
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
    room = 0;
    eager = true;
    pause.failed();
    return pause.next();
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

  private int awaitRoom() throws InterruptedException {
    int left = freed.await(pause.next());
    told = left > 0;
    if (told) {
      // The start looks at the list itself.
      return Math.min(left, slots.capacity());
    }
    // Without a list, starts are tried until FlightHub refuses one.
    return running.look().map(this::freeTwice).orElse(slots.capacity());
  }

  /**
   * A free slot counts when it is still free at the second look: until then it belongs to the
   * worker whose check sees the model's end, so that workers don't race for it, nor for one that
   * was taken but is not listed yet.
   */
  private int freeTwice(List<ModelDetails> seen) {
    int free = slots.free(seen);
    if (free == 0) {
      eager = false;
      pause.stillFull();
    } else if (!eager) {
      eager = true;
      pause.full();
      return 0;
    }
    return free;
  }

  private int jobsAtOnce() {
    return running.lastSeen().isPresent() ? room : 1;
  }

  private void startInOrder(List<LeasedJob> jobs, BooleanSupplier wanted)
      throws InterruptedException {
    var waiting = new ArrayDeque<>(jobs);
    try {
      while (!waiting.isEmpty() && wanted.getAsBoolean() && startFirst(waiting)) {
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
        room = 0;
        full();
        return false;
      }
      case FAILED -> {
        room = 0;
        pause.failed();
        // The engine has it already.
        waiting.removeFirst();
        return false;
      }
    }
    return true;
  }

  private void oneLess() {
    var seen = running.lastSeen();
    // Of what others left, they are told.
    room = told ? room - 1 : seen.map(slots::free).orElse(room - 1);
    eager = false;
    if (seen.isPresent() || !told) {
      pause.full();
    }
  }

  private void full() {
    eager = false;
    if (running.lastSeen().isPresent()) {
      pause.stillFull();
    } else {
      pause.stillFullWithoutList();
    }
  }

  private StartJobHandler.Outcome start(LeasedJob job) throws InterruptedException {
    try (var log = JobLog.of(job.job())) {
      var outcome = handler.handle(job);
      meters.handled(outcome);
      return outcome;
    }
  }
}
