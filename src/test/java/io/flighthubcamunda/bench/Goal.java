package io.flighthubcamunda.bench;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A promise and what was measured. Where nothing could be measured, the value is null and the goal
 * not met: who leaves a contestant out has shown nothing.
 *
 * @param name says what the value is, with its unit
 * @param value rounded to three digits after the point
 * @param goal such as {@code <= 1.0}
 */
public record Goal(String name, Double value, String goal, boolean met) {

  /**
   * @param most compared with two digits after the point: what differs less is noise
   */
  public static Goal atMost(String name, OptionalDouble value, double most) {
    return of(name, value, "<= " + most, value.isPresent() && hundredths(value) <= most);
  }

  /**
   * @param least compared with two digits after the point: what differs less is noise
   */
  public static Goal atLeast(String name, OptionalDouble value, double least) {
    return of(name, value, ">= " + least, value.isPresent() && hundredths(value) >= least);
  }

  private static Goal of(String name, OptionalDouble value, String goal, boolean met) {
    return new Goal(
        name,
        value.isPresent() ? Math.round(value.getAsDouble() * 1000) / 1000.0 : null,
        goal,
        met);
  }

  private static double hundredths(OptionalDouble value) {
    return Math.round(value.getAsDouble() * 100) / 100.0;
  }

  /** One line for the terminal. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%-8s %s: %s (goal %s)",
        met ? "met" : "NOT MET",
        name,
        value == null ? "not measured" : String.format(Locale.ROOT, "%.2f", value),
        goal);
  }
}
