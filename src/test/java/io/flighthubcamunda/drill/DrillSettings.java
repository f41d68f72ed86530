package io.flighthubcamunda.drill;

import java.nio.file.Path;
import java.util.Properties;

/**
 * How large a drill is and where it runs.
 *
 * @param instances reconstructions in all rounds together
 * @param rounds see {@link Round}; 3 have all kinds
 * @param seed decides what goes wrong
 * @param waves of a round, after each of which something happens outside; 0 for one of about twelve
 *     reconstructions each, at least four
 * @param hurry by what all times of production are divided that can be set; 1 is production itself,
 *     in which a drill takes almost two hours
 * @param chaosRate share of all other calls that meet a passing fault, see {@link
 *     io.flighthubcamunda.simulator.Chaos}
 * @param directory takes photographs, results, logs and the report
 * @param camunda holds the unpacked distribution
 */
record DrillSettings(
    int instances,
    int rounds,
    int waves,
    long seed,
    int hurry,
    double chaosRate,
    Path directory,
    Path camunda) {

  private static final int INSTANCES_OF_A_ROUND = 100;
  private static final int INSTANCES_OF_A_WAVE = 12;
  private static final int MOST_HURRY = 20;

  DrillSettings {
    if (instances < 1) {
      throw new IllegalArgumentException(
          "drill.instances must be 1 or more, not %d.".formatted(instances));
    }
    if (rounds < 1 || rounds > instances) {
      throw new IllegalArgumentException(
          "drill.rounds must be 1 to the number of instances, not %d.".formatted(rounds));
    }
    if (waves < 0) {
      throw new IllegalArgumentException("drill.waves must be 0 or more, not %d.".formatted(waves));
    }
    if (hurry < 1 || hurry > MOST_HURRY) {
      throw new IllegalArgumentException(
          "drill.hurry must be 1 (the times of production) to %d, not %d."
              .formatted(MOST_HURRY, hurry));
    }
  }

  /** From {@code drill.*} and {@code local-camunda.directory}; an empty one takes its default. */
  static DrillSettings from(Properties properties) {
    int instances = Integer.parseInt(value(properties, "drill.instances", "300"));
    int rounds = (instances + INSTANCES_OF_A_ROUND - 1) / INSTANCES_OF_A_ROUND;
    return new DrillSettings(
        instances,
        Integer.parseInt(value(properties, "drill.rounds", String.valueOf(rounds))),
        Integer.parseInt(value(properties, "drill.waves", "0")),
        Long.parseLong(value(properties, "drill.seed", "20261128")),
        Integer.parseInt(value(properties, "drill.hurry", String.valueOf(MOST_HURRY))),
        Double.parseDouble(value(properties, "drill.chaos", "0.08")),
        Path.of(value(properties, "drill.directory", "target/drill")),
        Path.of(value(properties, "local-camunda.directory", "target/local-camunda")));
  }

  /**
   * @param count reconstructions of a round
   */
  int wavesOf(int count) {
    var events = Outside.Event.values().length;
    return waves > 0 ? waves : Math.clamp(count / INSTANCES_OF_A_WAVE, events, 2 * events);
  }

  private static String value(Properties properties, String name, String otherwise) {
    var value = properties.getProperty(name, "").strip();
    return value.isEmpty() ? otherwise : value;
  }
}
