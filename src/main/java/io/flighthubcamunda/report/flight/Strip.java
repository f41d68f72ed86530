package io.flighthubcamunda.report.flight;

import java.util.List;

/**
 * A straight piece of a flight.
 *
 * @param stops at least three, in the order flown
 */
record Strip(List<Stop> stops) {

  /** A shot and where it was taken. */
  record Stop(Shot shot, Point point) {}

  Strip {
    stops = List.copyOf(stops);
  }

  Point start() {
    return stops.getFirst().point();
  }

  Point end() {
    return stops.getLast().point();
  }

  double bearing() {
    return start().bearingTo(end());
  }

  Stop middle() {
    return stops.get(stops.size() / 2);
  }

  /** Whether both lie side by side, flown in whichever direction. */
  boolean isParallelTo(Strip other) {
    double turn = Math.abs(Site.turn(bearing() - other.bearing()));
    return Math.min(turn, 180 - turn) < 20;
  }

  /** Metres along this strip, from its start, to the foot of a point beside it. */
  double along(Point point) {
    return start().distanceTo(point) * Math.cos(Math.toRadians(aside(point)));
  }

  /** Metres from the line through this strip. */
  double distanceTo(Point point) {
    return Math.abs(start().distanceTo(point) * Math.sin(Math.toRadians(aside(point))));
  }

  double length() {
    return start().distanceTo(end());
  }

  private double aside(Point point) {
    return start().bearingTo(point) - bearing();
  }
}
