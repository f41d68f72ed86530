package io.flighthubcamunda.worker.admission;

import io.flighthubcamunda.worker.job.WorkerListener;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Slots that were seen to become free by the checks of models in this process. */
@Component
class FreedSlots implements WorkerListener {

  private final RunningModelsView running;
  private final Semaphore freed = new Semaphore(0);

  FreedSlots(RunningModelsView running) {
    this.running = running;
  }

  @Override
  public void slotLeft(String modelUuid) {
    running.ended(modelUuid);
    freed.release();
  }

  /**
   * Waits for one.
   *
   * @return how many became free since the last time; 0 when the time is up
   */
  int await(Duration atMost) throws InterruptedException {
    return freed.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS) ? 1 + freed.drainPermits() : 0;
  }
}
