package io.flighthubcamunda.bench.admission;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Run times of reconstructions, the same in each run, and what a minute of production is here. */
final class RunTimes {

  /** In production; the shortest and the longest are as 1 to 20. */
  private static final int SHORTEST_MINUTES = 10;

  private static final int LONGEST_MINUTES = 200;

  private static final long SEED = 20;

  /** One minute of production. */
  static final Duration MINUTE = Duration.ofMillis(50);

  private RunTimes() {}

  /** As long here as they are there, scaled. */
  static List<Duration> of(int count) {
    var random = new Random(SEED);
    return IntStream.range(0, count)
        .map(
            i ->
                switch (i) {
                  case 0 -> SHORTEST_MINUTES;
                  case 1 -> LONGEST_MINUTES;
                  default -> random.nextInt(SHORTEST_MINUTES, LONGEST_MINUTES + 1);
                })
        .mapToObj(MINUTE::multipliedBy)
        .toList();
  }
}
