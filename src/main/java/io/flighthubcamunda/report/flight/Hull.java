package io.flighthubcamunda.report.flight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The smallest area without a dent that holds all points. */
final class Hull {

  private Hull() {}

  /** Square metres; 0 for points on a line. */
  static double area(List<Point> points) {
    List<Point> sorted =
        points.stream()
            .distinct()
            .sorted(Comparator.comparingDouble(Point::east).thenComparingDouble(Point::north))
            .toList();
    List<Point> corners = half(sorted);
    corners.addAll(half(sorted.reversed()));
    double twice = 0;
    for (int i = 0; i < corners.size(); i++) {
      Point from = corners.get(i);
      Point to = corners.get((i + 1) % corners.size());
      twice += from.east() * to.north() - to.east() * from.north();
    }
    return Math.abs(twice) / 2;
  }

  /** The lower or the upper half, without its last point, which begins the other one. */
  private static List<Point> half(List<Point> sorted) {
    List<Point> half = new ArrayList<>();
    for (Point point : sorted) {
      while (half.size() > 1 && !turnsLeft(half.get(half.size() - 2), half.getLast(), point)) {
        half.removeLast();
      }
      half.add(point);
    }
    if (half.size() > 1) {
      half.removeLast();
    }
    return half;
  }

  private static boolean turnsLeft(Point a, Point b, Point c) {
    return (b.east() - a.east()) * (c.north() - a.north())
            - (b.north() - a.north()) * (c.east() - a.east())
        > 0;
  }
}
