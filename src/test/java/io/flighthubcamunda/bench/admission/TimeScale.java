package io.flighthubcamunda.bench.admission;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How long production's times are here: all of them alike, pauses and run times, so that they keep
 * their proportions.
 *
 * @param minute a minute of production
 */
record TimeScale(Duration minute) {

  /** In production; the shortest and the longest are as 1 to 20. */
  private static final int SHORTEST_MINUTES = 10;

  private static final int LONGEST_MINUTES = 200;

  private static final long SEED = 20;

  /** Such that queues of 200 take seven minutes, however many slots there are. */
  static TimeScale forSlots(int slots) {
    return new TimeScale(Duration.ofMillis(20L * slots));
  }

  Duration of(Duration production) {
    return Duration.ofNanos(minute.toNanos() * production.toMillis() / 60_000);
  }

  /** How long something took, had it happened in production. */
  double inMinutes(Duration here) {
    return (double) here.toNanos() / minute.toNanos();
  }

  /** A setting of the product. */
  String setting(String name, Duration production) {
    return "%s=%dms".formatted(name, Math.max(1, of(production).toMillis()));
  }

  /** Run times of reconstructions, in the same proportions each time. */
  List<Duration> runTimes(int count) {
    var random = new Random(SEED);
    return IntStream.range(0, count)
        .map(
            i ->
                switch (i) {
                  case 0 -> SHORTEST_MINUTES;
                  case 1 -> LONGEST_MINUTES;
                  default -> random.nextInt(SHORTEST_MINUTES, LONGEST_MINUTES + 1);
                })
        .mapToObj(minute::multipliedBy)
        .toList();
  }
}
