package io.flighthubcamunda.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;

/**
 * The pause before the next look at a model, from what the looks so far have told.
 *
 * <ul>
 *   <li>Queued: nothing can be known. The pause grows with the time, up to {@link #QUEUE_PAUSE}.
 *   <li>Progress moves: the rest of the phase is estimated from the last moves. The pause is a part
 *       of that rest, and near the end so long that the next look comes just after it.
 *   <li>Progress doesn't move yet: the pause grows with the time without a move.
 *   <li>99 % for more than one look: it may end at any moment. The pause is what may go unnoticed.
 * </ul>
 *
 * In each of them the end should be noticed within twice the shortest pause, or 3 % of the run,
 * whatever is more. No run of up to three days takes more than 40 looks, unless {@link
 * PollSettings#longest()} asks for more.
 *
 * <p>The numbers were found with the simulation of the benchmark {@code poll}.
 */
public final class PollSchedule {

  /** Of the run that may pass between its end and the look that sees it. */
  private static final double TOLERATED_SHARE = 0.03;

  /** Of what is tolerated: room for jitter and for timers that are late. */
  private static final double USED_OF_TOLERATED = 0.85;

  private static final double QUEUE_GROWTH = 1.25;

  /** In the queue at most, however long it took so far: the run that follows may be short. */
  static final Duration QUEUE_PAUSE = Duration.ofMinutes(80);

  /** Of the time without a move, before the first move of a phase. */
  private static final double SHARE_OF_UNMOVED = 3;

  /** Of the elapsed time, at 99 %; packaging that follows makes up for what is above 3 %. */
  private static final double SHARE_AT_99 = 0.055;

  /** Of the estimated rest at most, so that a run that gets faster is not missed. */
  private static final double MOST_OF_REST = 0.55;

  /** Of the estimated rest, far from the end. */
  private static final double SHARE_OF_REST = 0.2;

  /** Of the elapsed time, when the rest is about as long as that. */
  private static final double SHARE_OF_ELAPSED = 0.12;

  /** Of the elapsed time at most: the first few percent may be slow ones. */
  private static final double MOST_OF_ELAPSED = 0.5;

  /** Of the time in the phase at most, for the same reason. */
  private static final double MOST_OF_PHASE = 2;

  /** The end of a phase counts as near when it is so many tolerated pauses away. */
  private static final double NEAR = 1.5;

  /** How far behind the estimated end the look should come, in tolerated pauses. */
  private static final double BEHIND_THE_END = 0.5;

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

  /** No pause is planned shorter than this. */
  public Duration shortest() {
    return settings.shortest();
  }

  /**
   * @param course with the look that was just taken
   * @param now the time of that look
   */
  public Duration next(Course course, Instant now) {
    double elapsed = Math.max(1, course.elapsed(now).toMillis());
    var rest = course.stuckAtTheEnd(now) ? OptionalDouble.empty() : RestOfPhase.of(course, now);
    // Jitter may take a part of the pause away again.
    var least = CheckBudget.leastPause(course, elapsed, rest) / (1 - settings.jitter());
    var pause = Math.max(least, wanted(course, now, elapsed, rest));
    return jittered(
        Math.clamp(
            pause,
            (double) settings.shortest().toMillis(),
            (double) settings.longest().toMillis()));
  }

  private double wanted(Course course, Instant now, double elapsed, OptionalDouble rest) {
    var tolerated =
        USED_OF_TOLERATED
            * Math.max(2.0 * settings.shortest().toMillis(), TOLERATED_SHARE * elapsed);
    if (course.phase() == Phase.QUEUED) {
      return Math.max(tolerated, Math.min(QUEUE_GROWTH * elapsed, QUEUE_PAUSE.toMillis()));
    }
    if (course.stuckAtTheEnd(now)) {
      return Math.max(tolerated, SHARE_AT_99 * elapsed);
    }
    if (rest.isEmpty()) {
      return Math.max(tolerated, SHARE_OF_UNMOVED * course.unmoved(now).toMillis());
    }
    if (rest.getAsDouble() <= NEAR * tolerated) {
      return Math.max(tolerated, rest.getAsDouble() + BEHIND_THE_END * tolerated);
    }
    return Math.max(
        tolerated, partOf(rest.getAsDouble(), elapsed, course.inPhase(now).toMillis(), tolerated));
  }

  private static double partOf(double rest, double elapsed, double inPhase, double tolerated) {
    var far =
        Math.min(
            SHARE_OF_REST * rest,
            Math.min(MOST_OF_ELAPSED * elapsed, Math.max(tolerated, MOST_OF_PHASE * inPhase)));
    return Math.min(MOST_OF_REST * rest, Math.max(SHARE_OF_ELAPSED * elapsed, far));
  }

  private Duration jittered(double millis) {
    var factor = 1 + settings.jitter() * (2 * random.getAsDouble() - 1);
    return Duration.ofMillis(Math.max(1, Math.round(millis * factor)));
  }
}
