package io.flighthubcamunda.drill;

import java.nio.file.Path;
import java.util.Properties;

/**
 * How large a drill is and where it runs.
 *
 * @param instances reconstructions in all rounds together
 * @param seed decides what goes wrong
 * @param chaosRate share of all other calls that meet a passing fault, see {@link
 *     io.flighthubcamunda.simulator.Chaos}
 * @param directory takes photographs, results, logs and the report
 * @param camunda holds the unpacked distribution
 */
record DrillSettings(int instances, long seed, double chaosRate, Path directory, Path camunda) {

  private static final int INSTANCES_OF_A_ROUND = 100;

  DrillSettings {
    if (instances < 1) {
      throw new IllegalArgumentException(
          "drill.instances must be 1 or more, not %d.".formatted(instances));
    }
  }

  /** From {@code drill.*} and {@code local-camunda.directory}; an empty one takes its default. */
  static DrillSettings from(Properties properties) {
    return new DrillSettings(
        Integer.parseInt(value(properties, "drill.instances", "300")),
        Long.parseLong(value(properties, "drill.seed", "20261128")),
        Double.parseDouble(value(properties, "drill.chaos", "0.08")),
        Path.of(value(properties, "drill.directory", "target/drill")),
        Path.of(value(properties, "local-camunda.directory", "target/local-camunda")));
  }

  int rounds() {
    return (instances + INSTANCES_OF_A_ROUND - 1) / INSTANCES_OF_A_ROUND;
  }

  private static String value(Properties properties, String name, String otherwise) {
    var value = properties.getProperty(name, "").strip();
    return value.isEmpty() ? otherwise : value;
  }
}
