package io.flighthubcamunda.upload;

import java.time.Duration;

/** How time is spent doing nothing. */
@FunctionalInterface
public interface Pause {

  /** Lets the thread sleep; an interruption ends that at once. */
  Pause SLEEPING = Thread::sleep;

  void of(Duration duration) throws InterruptedException;
}
