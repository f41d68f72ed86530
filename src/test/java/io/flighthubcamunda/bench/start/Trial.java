package io.flighthubcamunda.bench.start;

import io.flighthubcamunda.simulator.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * One start and what will happen to it.
 *
 * @param number from 1
 * @param resourceUuid what is started; the truth about it is FlightHub's
 * @param listLag after which the running list shows what was started
 * @param types one or two model types
 */
record Trial(
    int number,
    Trouble trouble,
    String resourceUuid,
    Duration listLag,
    List<String> types,
    Optional<Fault> atFlightHub,
    Optional<EngineFault> atTheEngine) {

  /** A frozen worker holds everything up for long, so that it is drawn half as often. */
  private static final List<Trouble> DRAWN = drawn();

  /** The same trials for the same seed, whatever the pace. */
  static List<Trial> draw(long seed, int count, Pace pace) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            number -> {
              var random = random(seed, number);
              return of(number, DRAWN.get(random.nextInt(DRAWN.size())), random, pace);
            })
        .toList();
  }

  /** Trials whose worker is killed, numbered from {@code first}. */
  static List<Trial> drawKilled(long seed, int first, int count, Pace pace) {
    return IntStream.range(first, first + count)
        .mapToObj(number -> of(number, Trouble.KILLED, random(seed, number), pace))
        .toList();
  }

  private static Trial of(int number, Trouble trouble, RandomGenerator random, Pace pace) {
    return new Trial(
        number,
        trouble,
        new UUID(random.nextLong(), random.nextLong()).toString(),
        Pace.share(pace.listLag(), random.nextDouble()),
        random.nextInt(4) == 0 ? List.of("2d", "3d") : List.of("3d"),
        trouble.atFlightHub(random, pace),
        trouble.atTheEngine(random, pace));
  }

  /** Of each trial its own, so that one can be repeated without those before it. */
  private static RandomGenerator random(long seed, int number) {
    return new Random(seed * 1_000_003 + number);
  }

  private static List<Trouble> drawn() {
    var drawn = new ArrayList<Trouble>();
    for (var trouble : Trouble.values()) {
      if (trouble != Trouble.KILLED) {
        drawn.add(trouble);
      }
      if (!trouble.ofTheWorker()) {
        drawn.add(trouble);
      }
    }
    return List.copyOf(drawn);
  }
}
