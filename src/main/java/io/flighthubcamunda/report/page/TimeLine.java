package io.flighthubcamunda.report.page;

import io.flighthubcamunda.report.flight.Shot;
import io.flighthubcamunda.report.flight.Sortie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * When photographs were taken, flight by flight.
 *
 * @param flights at most {@link #MOST_FLIGHTS}
 * @param more flights that are not shown
 * @param untimed photographs without a time
 */
public record TimeLine(List<Flight> flights, int more, int untimed) {

  static final int MOST_FLIGHTS = 40;
  private static final int MOST_GAPS = 3;
  private static final int WIDTH = 1000;

  /**
   * One flight.
   *
   * @param ticks a line for each photograph, as the path of an SVG that is 1000 wide and 24 high
   * @param holes long pauses
   * @param gaps the same in words
   */
  public record Flight(
      int number,
      String start,
      String duration,
      String photographs,
      String interval,
      String ticks,
      List<Hole> holes,
      List<String> gaps) {}

  public record Hole(String x, String width) {}

  static TimeLine of(List<Shot> shots, List<Sortie> sorties) {
    List<Flight> flights = new ArrayList<>();
    for (Sortie sortie : sorties.subList(0, Math.min(sorties.size(), MOST_FLIGHTS))) {
      flights.add(flight(flights.size() + 1, sortie));
    }
    int timed = sorties.stream().mapToInt(sortie -> sortie.shots().size()).sum();
    return new TimeLine(flights, sorties.size() - flights.size(), shots.size() - timed);
  }

  private static Flight flight(int number, Sortie sortie) {
    List<Hole> holes = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    List<Sortie.Gap> longest = sortie.gaps();
    for (Sortie.Gap gap : longest.subList(0, Math.min(longest.size(), MOST_GAPS))) {
      double from = x(sortie, gap.after());
      double share = (double) gap.length().toSeconds() / seconds(sortie);
      holes.add(new Hole(MapFrame.number(from), MapFrame.number(share * WIDTH)));
      gaps.add("%s after %s".formatted(Units.duration(gap.length()), gap.after().name()));
    }
    if (longest.size() > MOST_GAPS) {
      gaps.add(Units.text("and %,d shorter", longest.size() - MOST_GAPS));
    }
    return new Flight(
        number,
        Units.time(sortie.start()),
        Units.duration(sortie.duration()),
        Units.count(sortie.shots().size()),
        Double.isNaN(sortie.interval()) ? "–" : Units.text("%.0f s", sortie.interval()),
        ticks(sortie),
        holes,
        gaps);
  }

  private static String ticks(Sortie sortie) {
    var path = new StringBuilder();
    var last = "";
    for (Shot shot : sortie.shots()) {
      var x = Units.text("%.0f", x(sortie, shot));
      if (!x.equals(last)) {
        path.append("M").append(x).append(" 2v20");
        last = x;
      }
    }
    return path.toString();
  }

  private static double x(Sortie sortie, Shot shot) {
    var since = Duration.between(sortie.start(), shot.taken().orElseThrow());
    return 4 + (double) since.toSeconds() / seconds(sortie) * (WIDTH - 8);
  }

  private static double seconds(Sortie sortie) {
    return Math.max(1, sortie.duration().toSeconds());
  }
}
