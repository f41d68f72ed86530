package io.flighthubcamunda.upload;

import java.time.Duration;

/** How time is spent doing nothing, and how it is told how much of it went by. */
public interface Pause {

  /** Lets the thread sleep; an interruption ends that at once. */
  Pause SLEEPING =
      new Pause() {
        @Override
        public void of(Duration duration) throws InterruptedException {
          Thread.sleep(duration);
        }

        @Override
        public long nanoTime() {
          return System.nanoTime();
        }
      };

  void of(Duration duration) throws InterruptedException;

  /** As {@link System#nanoTime()}: only differences mean something. It goes on by each pause. */
  long nanoTime();
}
