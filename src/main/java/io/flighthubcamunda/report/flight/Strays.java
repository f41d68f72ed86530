package io.flighthubcamunda.report.flight;

import java.util.ArrayList;
import java.util.List;

/**
 * Which shots lie with the others and which far from them.
 *
 * @param near places of the set; all places when too many lie far apart to call them strays
 * @param far shots more than 2 km from the middle
 * @param spread whether those far away belong to the set all the same
 */
public record Strays(List<Point> near, List<Far> far, boolean spread) {

  /** The same distance that the check of image sets warns of. */
  private static final double FAR_METRES = 2_000;

  /** When so many are far away, they are the set as well. */
  private static final double FEW = 0.2;

  /**
   * @param metres to the middle of the set
   */
  public record Far(Shot shot, double metres) {}

  public static Strays of(List<Shot> shots, Site site) {
    List<Point> near = new ArrayList<>();
    List<Point> all = new ArrayList<>();
    List<Far> far = new ArrayList<>();
    for (Shot shot : shots) {
      if (shot.position().isEmpty()) {
        continue;
      }
      Point point = site.at(shot.position().get());
      all.add(point);
      double metres = shot.position().get().metresTo(site.middle());
      if (metres > FAR_METRES) {
        far.add(new Far(shot, metres));
      } else {
        near.add(point);
      }
    }
    return far.size() > FEW * all.size()
        ? new Strays(all, far, true)
        : new Strays(near, far, false);
  }

  /** Those far away, unless they are as many as the others. */
  public List<Far> suspicious() {
    return far.size() * 2 < near.size() || !spread ? far : List.of();
  }

  /** Whether a shot is so far away that the map of the others leaves it out. */
  public boolean leavesOut(Point point) {
    return !spread && point.distanceTo(new Point(0, 0)) > FAR_METRES;
  }
}
