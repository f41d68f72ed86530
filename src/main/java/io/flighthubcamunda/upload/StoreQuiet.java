package io.flighthubcamunda.upload;

import java.time.Duration;
import java.util.Optional;

/**
 * The time for which a busy store is left alone, by every file of every batch of this process: one
 * refusal must not be followed by one per file.
 */
final class StoreQuiet {

  private static final int MOST_IN_A_ROW = 10;

  private final Pause pause;
  private long begin;
  private Duration length = Duration.ZERO;
  private int inARow;

  StoreQuiet(Pause pause) {
    this.pause = pause;
    this.begin = pause.nanoTime();
  }

  /**
   * The store asked for less. Answers to requests that were on their way already change nothing.
   *
   * @param wanted for how long it wants to be left alone
   * @return whether to ask it once more
   */
  synchronized boolean refused(Optional<Duration> wanted) {
    if (left().isPositive()) {
      return true;
    }
    inARow++;
    begin = pause.nanoTime();
    length = GrowingPause.of(inARow, wanted);
    return inARow <= MOST_IN_A_ROW;
  }

  /** The store took something. */
  synchronized void taken() {
    inARow = 0;
  }

  /** Waits until the store may be asked again. */
  void await(BatchPulse pulse) throws InterruptedException {
    for (var left = left(); left.isPositive(); left = left()) {
      pulse.pause(left);
    }
  }

  /** By the time that pauses take, which need not be the time by which credentials expire. */
  private synchronized Duration left() {
    return length.minusNanos(pause.nanoTime() - begin);
  }
}
