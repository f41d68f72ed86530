package io.flighthubcamunda.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the person who started a benchmark wants.
 *
 * @param name which benchmark
 * @param scale share of the full amount of work, above 0 and at most 1
 * @param runs repetitions of each measurement, 1 to 20
 * @param only scenarios to measure; empty for all
 * @param clients contestants to measure; empty for all
 * @param directory for files, logs and results
 * @param camunda where the build unpacked a Camunda, for benchmarks that run one
 */
public record BenchSettings(
    String name,
    double scale,
    int runs,
    Set<String> only,
    Set<String> clients,
    Path directory,
    Path camunda) {

  private static final int MOST_RUNS = 20;

  /**
   * @throws BenchException with one sentence for a value that makes no sense
   */
  static BenchSettings from(Properties properties) {
    return new BenchSettings(
        properties.getProperty("bench", "").strip(),
        scale(properties.getProperty("bench.scale", "")),
        runs(properties.getProperty("bench.runs", "")),
        names(properties.getProperty("bench.only", "")),
        names(properties.getProperty("bench.clients", "")),
        Path.of(properties.getProperty("bench.directory", "target/bench")).toAbsolutePath(),
        Path.of(properties.getProperty("local-camunda.directory", "target/local-camunda")));
  }

  /** A number of things at full scale, scaled; at least {@code least}. */
  public int scaled(int full, int least) {
    return Math.max(least, (int) Math.round(full * scale));
  }

  private static double scale(String text) {
    try {
      var scale = text.isBlank() ? 1.0 : Double.parseDouble(text);
      if (scale > 0 && scale <= 1) {
        return scale;
      }
    } catch (NumberFormatException e) {
      // The same sentence as for a number out of range.
    }
    throw new BenchException(
        "-Dbench.scale must be a number above 0 and at most 1, not \"%s\".".formatted(text));
  }

  private static int runs(String text) {
    try {
      var runs = text.isBlank() ? 3 : Integer.parseInt(text);
      if (runs >= 1 && runs <= MOST_RUNS) {
        return runs;
      }
    } catch (NumberFormatException e) {
      // The same sentence as for a number out of range.
    }
    throw new BenchException(
        "-Dbench.runs must be a whole number from 1 to %d, not \"%s\".".formatted(MOST_RUNS, text));
  }

  private static Set<String> names(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
