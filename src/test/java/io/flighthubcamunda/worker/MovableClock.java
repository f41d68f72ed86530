package io.flighthubcamunda.worker;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Real time plus what a test added; never goes back. */
final class MovableClock implements InstantSource {

  private final AtomicLong addedMillis = new AtomicLong();

  void advance(Duration duration) {
    addedMillis.addAndGet(duration.toMillis());
  }

  @Override
  public Instant instant() {
    return Instant.now().plusMillis(addedMillis.get());
  }
}
