package io.flighthubcamunda.report.flight;

import java.util.stream.DoubleStream;

/** Numbers in ascending order; those that are no number are left out. */
public final class Quantiles {

  private final double[] sorted;

  private Quantiles(double[] sorted) {
    this.sorted = sorted;
  }

  public static Quantiles of(DoubleStream numbers) {
    return new Quantiles(numbers.filter(number -> !Double.isNaN(number)).sorted().toArray());
  }

  public boolean isEmpty() {
    return sorted.length == 0;
  }

  public int count() {
    return sorted.length;
  }

  public double median() {
    return at(0.5);
  }

  public double smallest() {
    return at(0);
  }

  public double largest() {
    return at(1);
  }

  /**
   * The number that this share of all does not exceed; NaN when there is none.
   *
   * @param share 0 to 1
   */
  public double at(double share) {
    return isEmpty() ? Double.NaN : sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
