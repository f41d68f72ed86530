package io.flighthubcamunda.drill;

import java.nio.file.Path;
import java.util.Properties;

/**
 * How large a drill is and where it runs.
 *
 * @param instances reconstructions in all rounds together
 * @param rounds see {@link Round}; 3 have all kinds
 * @param seed decides what goes wrong
 * @param chaosRate share of all other calls that meet a passing fault, see {@link
 *     io.flighthubcamunda.simulator.Chaos}
 * @param directory takes photographs, results, logs and the report
 * @param camunda holds the unpacked distribution
 */
record DrillSettings(
    int instances, int rounds, long seed, double chaosRate, Path directory, Path camunda) {

  private static final int INSTANCES_OF_A_ROUND = 100;

  DrillSettings {
    if (instances < 1) {
      throw new IllegalArgumentException(
          "drill.instances must be 1 or more, not %d.".formatted(instances));
    }
    if (rounds < 1 || rounds > instances) {
      throw new IllegalArgumentException(
          "drill.rounds must be 1 to the number of instances, not %d.".formatted(rounds));
    }
  }

  /** From {@code drill.*} and {@code local-camunda.directory}; an empty one takes its default. */
  static DrillSettings from(Properties properties) {
    int instances = Integer.parseInt(value(properties, "drill.instances", "300"));
    int rounds = (instances + INSTANCES_OF_A_ROUND - 1) / INSTANCES_OF_A_ROUND;
    return new DrillSettings(
        instances,
        Integer.parseInt(value(properties, "drill.rounds", String.valueOf(rounds))),
        Long.parseLong(value(properties, "drill.seed", "20261128")),
        Double.parseDouble(value(properties, "drill.chaos", "0.08")),
        Path.of(value(properties, "drill.directory", "target/drill")),
        Path.of(value(properties, "local-camunda.directory", "target/local-camunda")));
  }

  private static String value(Properties properties, String name, String otherwise) {
    var value = properties.getProperty(name, "").strip();
    return value.isEmpty() ? otherwise : value;
  }
}
