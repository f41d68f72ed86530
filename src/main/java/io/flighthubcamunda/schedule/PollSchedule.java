package io.flighthubcamunda.schedule;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * The pause before the next look at a model: short at the start and near the end, long in between.
 *
 * <p>While progress moves, the rest of the run is estimated from the share that is done, and the
 * pause is a part of that rest. Without progress to go by, the pause grows with the time already
 * spent in the phase.
 */
public final class PollSchedule {

  /** Of the estimated rest, so that a run that gets faster is still noticed soon. */
  private static final double SHARE_OF_REST = 0.5;

  /** Of the time spent without any progress. */
  private static final double SHARE_OF_ELAPSED = 0.25;

  private final PollSettings settings;
  private final DoubleSupplier random;

  /**
   * @param random numbers from 0 to 1 for the jitter
   */
  public PollSchedule(PollSettings settings, DoubleSupplier random) {
    this.settings = settings;
    this.random = random;
  }

  /** The pause before the first check of a model that was just started. */
  public Duration first() {
    return jittered(settings.shortest().toMillis());
  }

  /**
   * @param progress percent of the phase as FlightHub says it; anything outside 1 to 99 counts as
   *     "not known"
   * @param elapsed time spent in the phase
   */
  public Duration next(Phase phase, int progress, Duration elapsed) {
    double millis = Math.max(0, elapsed.toMillis());
    var pause =
        phase != Phase.QUEUED && progress > 0 && progress < 100
            ? millis * (100 - progress) / progress * SHARE_OF_REST
            : millis * SHARE_OF_ELAPSED;
    var bounded = Math.clamp(pause, settings.shortest().toMillis(), settings.longest().toMillis());
    return jittered(bounded);
  }

  private Duration jittered(double millis) {
    var factor = 1 + settings.jitter() * (2 * random.getAsDouble() - 1);
    return Duration.ofMillis(Math.max(1, Math.round(millis * factor)));
  }
}
