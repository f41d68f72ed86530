package io.flighthubcamunda.storage;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends uploads whose store stopped taking bytes. A socket has a time-out for reading, none for
 * writing: without this a store that hangs holds a file for ever.
 */
final class StallWatch implements AutoCloseable {

  private final long limitNanos;
  private final Set<Watched> active = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("store-stall-watch").factory());

  /**
   * @param limit how long one chunk may take, at least 1 ms
   */
  StallWatch(Duration limit) {
    limitNanos = limit.toNanos();
    var period = Math.max(1, limit.toMillis() / 4);
    thread.scheduleWithFixedDelay(this::look, period, period, TimeUnit.MILLISECONDS);
  }

  /**
   * @param abort ends the request from another thread
   */
  Watched watch(Runnable abort) {
    var watched = new Watched(abort);
    active.add(watched);
    return watched;
  }

  private void look() {
    var now = System.nanoTime();
    active.forEach(watched -> watched.look(now));
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  /** One upload. */
  final class Watched implements AutoCloseable {

    private final Runnable abort;
    private volatile boolean writing;
    private volatile long since;
    private volatile boolean stalled;

    private Watched(Runnable abort) {
      this.abort = abort;
    }

    void writing() {
      since = System.nanoTime();
      writing = true;
    }

    void written() {
      writing = false;
    }

    boolean stalled() {
      return stalled;
    }

    private void look(long now) {
      if (writing && !stalled && now - since > limitNanos) {
        stalled = true;
        abort.run();
      }
    }

    @Override
    public void close() {
      active.remove(this);
    }
  }
}
