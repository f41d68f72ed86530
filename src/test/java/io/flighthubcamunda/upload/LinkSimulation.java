package io.flighthubcamunda.upload;

import java.util.Random;
import java.util.function.IntToDoubleFunction;

/**
 * A link in virtual time, in steps of 10 ms: what a number of connections brings, with some noise,
 * and with new connections that need a while.
 */
final class LinkSimulation {

  private static final long STEP = 10_000_000;
  private static final double STEPS_PER_SECOND = 100;

  private final LevelSearch search;
  private final IntToDoubleFunction bytesPerSecond;
  private final double warmUpSeconds;
  private final Random noise = new Random(7);
  private double warm;
  private long now;

  /**
   * @param bytesPerSecond by connections at full speed
   * @param warmUpSeconds until a new connection is at full speed
   */
  LinkSimulation(LevelSearch search, IntToDoubleFunction bytesPerSecond, double warmUpSeconds) {
    this.search = search;
    this.bytesPerSecond = bytesPerSecond;
    this.warmUpSeconds = warmUpSeconds;
  }

  /** Many files over a round trip, in bytes a second: each waits twice for the other side. */
  static IntToDoubleFunction far(
      double capacity, double roundTripSeconds, double fileBytes, double perConnection) {
    var one = fileBytes / (2 * roundTripSeconds + fileBytes / perConnection);
    return connections -> Math.min(capacity, connections * one);
  }

  /** As on loopback with two cores: 16 connections bring two thirds of what 4 do. */
  static IntToDoubleFunction boundByProcessor(double capacity) {
    return connections ->
        connections < 2 ? capacity * 0.6 : capacity / (1 + 0.04 * Math.max(0, connections - 4));
  }

  /**
   * @return bytes a second on average
   */
  double run(double seconds) {
    double all = 0;
    int steps = (int) (seconds * STEPS_PER_SECOND);
    for (int i = 0; i < steps; i++) {
      now += STEP;
      warm = Math.min(search.level(), warm + search.level() / (warmUpSeconds * STEPS_PER_SECOND));
      var floor = (int) warm;
      var rate =
          bytesPerSecond.applyAsDouble(floor)
              + (warm - floor)
                  * (bytesPerSecond.applyAsDouble(floor + 1) - bytesPerSecond.applyAsDouble(floor));
      var bytes = rate / STEPS_PER_SECOND * (0.9 + 0.2 * noise.nextDouble());
      all += bytes;
      search.sent(now, (long) bytes, 0);
    }
    return all / seconds;
  }

  long now() {
    return now;
  }
}
