package io.flighthubcamunda.report.flight;

import io.flighthubcamunda.report.flight.Strip.Stop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Cuts a flight into straight strips, at turns and where it was interrupted. */
final class Strips {

  private static final double TURN_DEGREES = 25;
  private static final int FEWEST_STOPS = 3;

  /** A step longer than this many usual steps is a way to somewhere else. */
  private static final double LONG_STEP = 3;

  /** The drone hovered; the direction of such a step means nothing. */
  private static final double NO_STEP_METRES = 0.5;

  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final List<Strip> strips = new ArrayList<>();
  private final List<Stop> current = new ArrayList<>();

  private Strips() {}

  /** The strips of located shots, in the order flown. */
  static List<Strip> of(List<Shot> shots, Site site) {
    Strips cut = new Strips();
    for (Shot shot : shots) {
      shot.position().ifPresent(place -> cut.add(new Stop(shot, site.at(place))));
    }
    cut.close();
    return cut.strips;
  }

  private void add(Stop stop) {
    if (!current.isEmpty()) {
      Stop last = current.getLast();
      if (last.point().distanceTo(stop.point()) < NO_STEP_METRES) {
        return;
      }
      if (isInterrupted(last, stop)) {
        close();
      } else if (turns(last, stop)) {
        close();
        current.add(last);
      }
    }
    current.add(stop);
  }

  private void close() {
    if (current.size() >= FEWEST_STOPS) {
      strips.add(new Strip(current));
    }
    current.clear();
  }

  private static boolean isInterrupted(Stop last, Stop next) {
    return last.shot().taken().isPresent()
        && next.shot().taken().isPresent()
        && Duration.between(last.shot().taken().get(), next.shot().taken().get()).compareTo(PAUSE)
            > 0;
  }

  private boolean turns(Stop last, Stop next) {
    if (current.size() < 2) {
      return false;
    }
    Point start = current.getFirst().point();
    double bearing = start.bearingTo(last.point());
    double turn = Math.abs(Site.turn(last.point().bearingTo(next.point()) - bearing));
    double usual = start.distanceTo(last.point()) / (current.size() - 1);
    return turn > TURN_DEGREES || last.point().distanceTo(next.point()) > LONG_STEP * usual;
  }
}
