package io.flighthubcamunda.upload;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses of 1 s to 60 s before something is tried again. */
final class GrowingPause {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int MOST_DOUBLINGS = 10;

  private GrowingPause() {}

  /**
   * Doubles each time, half of it by chance, so that not all come back at once.
   *
   * @param times failures so far, from 1
   */
  static Duration of(int times) {
    var full = bounded(FIRST.multipliedBy(1L << Math.min(times - 1, MOST_DOUBLINGS)));
    var half = full.toMillis() / 2;
    return Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1));
  }

  /**
   * @param wanted for how long the other side wants to be left alone; bounded, for the job must not
   *     be held for hours
   */
  static Duration of(int times, Optional<Duration> wanted) {
    return wanted.map(GrowingPause::bounded).orElseGet(() -> of(times));
  }

  private static Duration bounded(Duration duration) {
    return duration.compareTo(LONGEST) < 0 ? duration : LONGEST;
  }
}
