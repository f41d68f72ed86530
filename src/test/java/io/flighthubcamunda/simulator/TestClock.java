package io.flighthubcamunda.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Time that stands still until a test moves it. */
final class TestClock implements InstantSource {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-05-01T10:00:00Z"));

  @Override
  public Instant instant() {
    return now.get();
  }

  void move(Duration duration) {
    now.updateAndGet(time -> time.plus(duration));
  }

  void moveSeconds(long seconds) {
    move(Duration.ofSeconds(seconds));
  }
}
