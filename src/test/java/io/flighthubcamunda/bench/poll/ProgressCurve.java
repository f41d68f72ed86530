package io.flighthubcamunda.bench.poll;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Progress of one phase over time: straight lines between knots.
 *
 * @param knots the first at time 0, the last at time 1, neither time nor percent ever going back
 */
record ProgressCurve(List<Knot> knots) {

  /** Pieces that a curve is cut into for its noise. */
  private static final int PIECES = 24;

  /** A piece takes 1 - NOISE to 1 + NOISE times as long as the curve says. */
  private static final double NOISE = 0.4;

  /**
   * @param time share of the phase, 0 to 1
   * @param percent 0 to 100
   */
  record Knot(double time, double percent) {}

  /** The percent that an API shows, which is whole and never 100 before the end. */
  int shownAt(double time) {
    return (int) Math.min(99, Math.floor(at(time)));
  }

  double at(double time) {
    var before = knots.getFirst();
    for (var knot : knots) {
      if (knot.time() >= time) {
        var width = knot.time() - before.time();
        return width <= 0
            ? knot.percent()
            : before.percent()
                + (knot.percent() - before.percent()) * (time - before.time()) / width;
      }
      before = knot;
    }
    return before.percent();
  }

  /** The same curve with a speed that changes at random. */
  ProgressCurve noisy(RandomGenerator random) {
    var noisy = new ArrayList<Knot>();
    double time = 0;
    noisy.add(new Knot(0, at(0)));
    for (int piece = 1; piece <= PIECES; piece++) {
      time += 1 - NOISE + 2 * NOISE * random.nextDouble();
      noisy.add(new Knot(time, at((double) piece / PIECES)));
    }
    var whole = time;
    return new ProgressCurve(
        noisy.stream().map(knot -> new Knot(knot.time() / whole, knot.percent())).toList());
  }
}
