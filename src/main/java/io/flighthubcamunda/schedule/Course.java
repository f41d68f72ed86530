package io.flighthubcamunda.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What all looks at an unfinished model have told so far. Small, because the engine keeps it.
 *
 * @param startedAt when FlightHub took the start
 * @param phaseSince when the phase was first seen
 * @param moves changes of progress in this phase, oldest first, {@value #MOST_MOVES} at most; the
 *     first is what the phase began with
 * @param checks looks so far, 0 at least
 */
public record Course(
    Instant startedAt, Phase phase, Instant phaseSince, List<ProgressMove> moves, int checks) {

  /** Enough to tell a change of speed from a whole percent that was only just reached. */
  static final int MOST_MOVES = 4;

  public Course {
    moves = List.copyOf(moves);
  }

  /** A model as its start leaves it. */
  public static Course started(Instant now) {
    return new Course(now, Phase.QUEUED, now, List.of(), 0);
  }

  /**
   * The course after one more look. Progress that goes backwards begins a new history: FlightHub
   * does something over again, and the old speed says nothing about it.
   *
   * @param percent progress within the phase; what lies outside 0 to 100 is taken as the nearest
   */
  public Course seen(Phase now, int percent, Instant at) {
    var shown = now == Phase.QUEUED ? 0 : Math.clamp(percent, 0, 100);
    return now == phase
        ? new Course(startedAt, phase, phaseSince, moved(shown, at), checks + 1)
        : new Course(startedAt, now, at, List.of(new ProgressMove(at, shown)), checks + 1);
  }

  private List<ProgressMove> moved(int percent, Instant at) {
    var move = new ProgressMove(at, percent);
    if (moves.isEmpty() || percent < moves.getLast().percent()) {
      return List.of(move);
    }
    if (percent == moves.getLast().percent()) {
      return moves;
    }
    return Stream.concat(moves.stream(), Stream.of(move))
        .skip(Math.max(0, moves.size() + 1 - MOST_MOVES))
        .toList();
  }

  /** Percent of the phase as last seen. */
  public int percent() {
    return moves.isEmpty() ? 0 : moves.getLast().percent();
  }

  /** Time since the start; never negative, whatever the clocks of two workers say. */
  Duration elapsed(Instant now) {
    return between(startedAt, now);
  }

  /** Time for which progress has not moved. */
  Duration unmoved(Instant now) {
    return between(moves.isEmpty() ? phaseSince : moves.getLast().seenAt(), now);
  }

  Duration inPhase(Instant now) {
    return between(phaseSince, now);
  }

  /** Whether progress says that the phase is over, and has said so before. */
  boolean stuckAtTheEnd(Instant now) {
    return phase != Phase.QUEUED && percent() >= 99 && !unmoved(now).isZero();
  }

  private static Duration between(Instant from, Instant to) {
    return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
  }
}
