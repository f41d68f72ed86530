package io.flighthubcamunda.upload;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Tells a batch that waits on purpose from one that is stuck: only the first may go on holding its
 * job. A batch is stuck when a file of it has its turn and no byte of it moves.
 */
final class BatchPulse {

  private final UploadProgress progress;
  private final Pause pause;
  private final LongAdder movedByProcess;
  private final LongAdder movedByBatch = new LongAdder();
  private final AtomicInteger filesSent = new AtomicInteger();
  private final AtomicInteger turns = new AtomicInteger();
  private final AtomicInteger pauses = new AtomicInteger();
  private long seen;

  /**
   * @param movedByProcess bytes that all batches of this process sent
   */
  BatchPulse(UploadProgress progress, Pause pause, LongAdder movedByProcess) {
    this.progress = progress;
    this.pause = pause;
    this.movedByProcess = movedByProcess;
  }

  void moved(long bytes) {
    movedByProcess.add(bytes);
    movedByBatch.add(bytes);
    progress.sent(bytes);
  }

  /** Bytes that this batch sent, those of repeated files again. */
  long bytes() {
    return movedByBatch.sum();
  }

  void fileSent() {
    filesSent.incrementAndGet();
  }

  int filesSent() {
    return filesSent.get();
  }

  /** A file of this batch has its turn until the result is closed. */
  Turn turn() {
    turns.incrementAndGet();
    return turns::decrementAndGet;
  }

  void pause(Duration duration) throws InterruptedException {
    pauses.incrementAndGet();
    try {
      pause.of(duration);
    } finally {
      pauses.decrementAndGet();
    }
  }

  /**
   * The same where no file is under way, and nobody looks meanwhile.
   *
   * @throws UploadCancelledException when nobody wants the batch any more, or the thread was
   *     interrupted
   */
  void rest(Duration duration) {
    progress.requireWanted();
    progress.waiting();
    try {
      pause(duration);
    } catch (InterruptedException e) {
      throw UploadCancelledException.interrupted();
    }
  }

  /**
   * To be called about once a second, by one thread.
   *
   * @throws UploadCancelledException when nobody wants the batch any more
   */
  void look() {
    progress.requireWanted();
    var now = movedByProcess.sum();
    if (pauses.get() > 0 || turns.get() == 0 && now != seen) {
      progress.waiting();
    }
    seen = now;
  }

  @FunctionalInterface
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }
}
