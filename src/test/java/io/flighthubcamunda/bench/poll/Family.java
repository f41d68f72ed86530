package io.flighthubcamunda.bench.poll;

import io.flighthubcamunda.bench.poll.ProgressCurve.Knot;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Shapes of runs. Numbers are drawn evenly between the named bounds unless something else is said.
 * Real runs of FlightHub were not at hand; the bounds are wide on purpose.
 *
 * <p>A run lasts 2 minutes to 72 hours in all, with the logarithm drawn evenly, so that there are
 * as many runs of 2 to 4 minutes as of 30 to 60 hours. Of it, the queue takes 0 to 5 % and
 * packaging 0.5 to 10 % (logarithm drawn evenly), and packaging shows 0 for its first 0 to 20 %,
 * because an archive is not begun at once (fact sheet 2.11). The reconstruction takes the rest.
 * Each curve is cut into 24 pieces whose speeds differ by up to 40 % either way.
 */
enum Family {
  /** Constant speed but for the noise. */
  LINEAR("linear") {
    @Override
    ProgressCurve curve(RandomGenerator random) {
      return line();
    }
  },
  /** Reaches only 2 to 15 % in the first 30 to 70 % of the time. */
  SLOW_START("slow start") {
    @Override
    ProgressCurve curve(RandomGenerator random) {
      return bent(between(random, 0.3, 0.7), between(random, 2, 15));
    }
  },
  /** Stands still for 10 to 50 % of the time, anywhere between 10 and 90 %. */
  STALL("stall in the middle") {
    @Override
    ProgressCurve curve(RandomGenerator random) {
      var stall = between(random, 0.1, 0.5);
      var percent = between(random, 10, 90);
      var begin = (1 - stall) * percent / 100;
      return new ProgressCurve(
          List.of(
              new Knot(0, 0),
              new Knot(begin, percent),
              new Knot(begin + stall, percent),
              new Knot(1, 100)));
    }
  },
  /** Becomes 2 to 8 times as fast somewhere between 40 and 80 %. */
  FAST_FINISH("fast finish") {
    @Override
    ProgressCurve curve(RandomGenerator random) {
      var knee = between(random, 40, 80);
      var rest = (100 - knee) / logarithmic(random, 2, 8);
      return bent(knee / (knee + rest), knee);
    }
  },
  /** Shows 99 for the last 10 to 60 % of the time. */
  STUCK_AT_99("stuck at 99") {
    @Override
    ProgressCurve curve(RandomGenerator random) {
      return bent(1 - between(random, 0.1, 0.6), 99);
    }
  },
  /**
   * Waits for a computing resource for 12 to 36 hours; then a constant speed, and 2 minutes to 36
   * hours (logarithm drawn evenly) for the rest.
   */
  QUEUED_FOR_A_DAY("queued for a day") {
    @Override
    ProgressCurve curve(RandomGenerator random) {
      return line();
    }

    @Override
    SimulatedRun run(RandomGenerator random) {
      var queue = between(random, 12 * HOUR, 36 * HOUR);
      return run(random, queue, logarithmic(random, SHORTEST, 36 * HOUR), packagingShare(random));
    }
  },
  /** Packaging takes 20 to 60 % of the run. */
  PACKAGING_LONG("packaging long") {
    @Override
    ProgressCurve curve(RandomGenerator random) {
      return line();
    }

    @Override
    double packagingShare(RandomGenerator random) {
      return between(random, 0.2, 0.6);
    }
  };

  static final double HOUR = 3600;
  static final double SHORTEST = 120;
  static final double LONGEST = 72 * HOUR;

  private final String label;

  Family(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  abstract ProgressCurve curve(RandomGenerator random);

  /** Of the run without its queue. */
  double packagingShare(RandomGenerator random) {
    return logarithmic(random, 0.005, 0.1);
  }

  SimulatedRun run(RandomGenerator random) {
    var length = logarithmic(random, SHORTEST, LONGEST);
    var queue = length * between(random, 0, 0.05);
    return run(random, queue, length - queue, packagingShare(random));
  }

  final SimulatedRun run(
      RandomGenerator random, double queue, double working, double packagingShare) {
    return new SimulatedRun(
        this,
        queue,
        working * (1 - packagingShare),
        working * packagingShare,
        curve(random).noisy(random),
        bent(between(random, 0, 0.2), 0).noisy(random));
  }

  static double between(RandomGenerator random, double least, double most) {
    return least + (most - least) * random.nextDouble();
  }

  static double logarithmic(RandomGenerator random, double least, double most) {
    return least * Math.pow(most / least, random.nextDouble());
  }

  private static ProgressCurve line() {
    return new ProgressCurve(List.of(new Knot(0, 0), new Knot(1, 100)));
  }

  private static ProgressCurve bent(double time, double percent) {
    return new ProgressCurve(List.of(new Knot(0, 0), new Knot(time, percent), new Knot(1, 100)));
  }
}
