package io.flighthubcamunda.report.flight;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One flight, as far as the camera's clock tells: shots with no long pause between them.
 *
 * @param shots at least one, each with a time, in order
 */
public record Sortie(List<Shot> shots) {

  /** A change of batteries takes longer. */
  private static final Duration BETWEEN_FLIGHTS = Duration.ofMinutes(5);

  /** A pause of this many usual intervals is worth a word; shorter than ten seconds never. */
  private static final int LONG = 3;

  private static final Duration SHORTEST_GAP = Duration.ofSeconds(10);

  /** A pause after a shot. */
  public record Gap(Shot after, Duration length) {}

  public Sortie {
    shots = List.copyOf(shots);
  }

  /**
   * Splits shots into flights; those without a time are left out.
   *
   * @param shots in the order flown
   */
  public static List<Sortie> of(List<Shot> shots) {
    List<Sortie> sorties = new ArrayList<>();
    List<Shot> current = new ArrayList<>();
    for (Shot shot : shots.stream().filter(shot -> shot.taken().isPresent()).toList()) {
      if (!current.isEmpty() && pause(current.getLast(), shot).compareTo(BETWEEN_FLIGHTS) > 0) {
        sorties.add(new Sortie(current));
        current.clear();
      }
      current.add(shot);
    }
    if (!current.isEmpty()) {
      sorties.add(new Sortie(current));
    }
    return sorties;
  }

  public LocalDateTime start() {
    return shots.getFirst().taken().orElseThrow();
  }

  public LocalDateTime end() {
    return shots.getLast().taken().orElseThrow();
  }

  public Duration duration() {
    return Duration.between(start(), end());
  }

  /** The usual seconds from one shot to the next; NaN for a single one. */
  public double interval() {
    return intervals().median();
  }

  /** Where the camera paused much longer than usual, the longest first. */
  public List<Gap> gaps() {
    double limit = Math.max(SHORTEST_GAP.toSeconds(), LONG * interval());
    List<Gap> gaps = new ArrayList<>();
    for (int i = 1; i < shots.size(); i++) {
      Duration pause = pause(shots.get(i - 1), shots.get(i));
      if (pause.toSeconds() > limit) {
        gaps.add(new Gap(shots.get(i - 1), pause));
      }
    }
    gaps.sort((one, other) -> other.length().compareTo(one.length()));
    return gaps;
  }

  private Quantiles intervals() {
    double[] seconds = new double[shots.size() - 1];
    for (int i = 1; i < shots.size(); i++) {
      seconds[i - 1] = pause(shots.get(i - 1), shots.get(i)).toSeconds();
    }
    return Quantiles.of(Arrays.stream(seconds));
  }

  private static Duration pause(Shot before, Shot after) {
    return Duration.between(before.taken().orElseThrow(), after.taken().orElseThrow());
  }
}
