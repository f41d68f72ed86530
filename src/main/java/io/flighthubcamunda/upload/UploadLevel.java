package io.flighthubcamunda.upload;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * How many files, or parts of large ones, this process sends at once, over all its batches. Who
 * asked first is served first. The level finds itself between two bounds by what it brings, see
 * {@link LevelSearch}.
 */
public final class UploadLevel {

  private final LevelSearch search;
  private final LongSupplier nanoClock;
  private final Permits permits;
  private final LongAdder unjudged = new LongAdder();
  private final ReentrantLock judging = new ReentrantLock();
  private final int most;
  private volatile int level;
  private volatile long handshakeNanos;

  /**
   * @param least files at once at least, 1 or more
   * @param most files at once at most
   */
  public UploadLevel(int least, int most) {
    this(least, most, System::nanoTime);
  }

  UploadLevel(int least, int most, LongSupplier nanoClock) {
    if (least < 1 || most < least) {
      throw new IllegalArgumentException(
          "flighthub.upload.min-parallel-files must be at least 1 and max-parallel-files not less,"
              + " but they are %d and %d.".formatted(least, most));
    }
    this.search = new LevelSearch(least, most);
    this.nanoClock = nanoClock;
    this.most = most;
    this.level = search.level();
    this.permits = new Permits(level);
  }

  /** Waits until one more file may be sent. */
  public Permit acquire() throws InterruptedException {
    permits.acquire();
    return this::release;
  }

  private void release() {
    permits.release();
    if (unwanted() > 0) {
      judging.lock();
      try {
        search.idle();
      } finally {
        judging.unlock();
      }
    }
  }

  /**
   * Permits that nobody takes. One that was just given back is free until the next in line runs.
   */
  private int unwanted() {
    return permits.hasQueuedThreads() ? 0 : permits.availablePermits();
  }

  /**
   * How far away the store is; from any thread.
   *
   * @param shortest time that the opening of a connection took
   */
  void handshake(Duration shortest) {
    handshakeNanos = shortest.toNanos();
  }

  /** Bytes left this process; from any thread. */
  public void sent(long bytes) {
    unjudged.add(bytes);
    // Whoever comes while another one judges leaves his bytes to the next.
    if (judging.tryLock()) {
      try {
        if (unwanted() > 0) {
          search.idle();
        }
        var owed = Math.max(0, -permits.availablePermits());
        search.handshake(handshakeNanos);
        search.sent(nanoClock.getAsLong(), unjudged.sumThenReset(), owed);
        follow();
      } finally {
        judging.unlock();
      }
    }
  }

  /** The store asked for less. */
  public void slowDown() {
    judging.lock();
    try {
      search.slowDown(nanoClock.getAsLong());
      follow();
    } finally {
      judging.unlock();
    }
  }

  /** Files, or parts of them, that may ever be sent at once. */
  int most() {
    return most;
  }

  /** Files that may be sent at once now. */
  public int level() {
    return level;
  }

  /** Files that are sent now; a moment's look, for a display. */
  public int sending() {
    return Math.max(0, level - permits.availablePermits());
  }

  private void follow() {
    var change = search.level() - level;
    level = search.level();
    if (change > 0) {
      permits.release(change);
    } else if (change < 0) {
      permits.reducePermits(-change);
    }
  }

  /** The right to send one file. */
  @FunctionalInterface
  public interface Permit extends AutoCloseable {
    @Override
    void close();
  }

  /** Serves in order, and may owe permits while files beyond a fallen level are on their way. */
  private static final class Permits extends Semaphore {

    Permits(int level) {
      super(level, true);
    }

    @Override
    public void reducePermits(int reduction) {
      super.reducePermits(reduction);
    }
  }
}
