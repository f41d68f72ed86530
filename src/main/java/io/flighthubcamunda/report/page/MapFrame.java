package io.flighthubcamunda.report.page;

import io.flighthubcamunda.report.flight.Point;
import io.flighthubcamunda.report.flight.Quantiles;
import java.util.List;
import java.util.Locale;

/** From metres on the ground to units of the map, which is 1000 wide. */
final class MapFrame {

  static final int WIDTH = 1000;

  private static final int MARGIN = 60;
  private static final int LOWEST = 420;
  private static final int HIGHEST = 1000;

  /** A single photograph, or several from one place, get a map of the place around them. */
  private static final double SMALLEST_METRES = 20;

  private final double perMetre;
  private final double middleEast;
  private final double middleNorth;
  private final int height;

  /**
   * @param around metres to leave free around the points
   */
  MapFrame(List<Point> points, double around) {
    Quantiles east = Quantiles.of(points.stream().mapToDouble(Point::east));
    Quantiles north = Quantiles.of(points.stream().mapToDouble(Point::north));
    double across = Math.max(SMALLEST_METRES, east.largest() - east.smallest() + 2 * around);
    double down = Math.max(SMALLEST_METRES, north.largest() - north.smallest() + 2 * around);
    this.perMetre = Math.min((WIDTH - 2 * MARGIN) / across, (HIGHEST - 2 * MARGIN) / down);
    this.height = (int) Math.clamp(down * perMetre + 2 * MARGIN, LOWEST, HIGHEST);
    this.middleEast = (east.largest() + east.smallest()) / 2;
    this.middleNorth = (north.largest() + north.smallest()) / 2;
  }

  int height() {
    return height;
  }

  double perMetre() {
    return perMetre;
  }

  double x(Point point) {
    return WIDTH / 2.0 + (point.east() - middleEast) * perMetre;
  }

  double y(Point point) {
    return height / 2.0 - (point.north() - middleNorth) * perMetre;
  }

  /** One decimal is a third of a pixel on the finest screen, and short. */
  static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  String xy(Point point) {
    return number(x(point)) + " " + number(y(point));
  }

  /** A bar of a round number of metres, about a fifth of the map. */
  MapView.Scale scale() {
    double wanted = 200 / perMetre;
    double power = Math.pow(10, Math.floor(Math.log10(wanted)));
    double metres = power * (wanted / power >= 5 ? 5 : wanted / power >= 2 ? 2 : 1);
    return new MapView.Scale(
        (int) Math.round(20 + metres * perMetre),
        metres < 1 ? Units.text("%.1f m", metres) : Units.metres(metres).replace(".0 ", " "));
  }
}
