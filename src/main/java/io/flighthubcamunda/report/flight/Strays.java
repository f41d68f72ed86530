package io.flighthubcamunda.report.flight;

import java.util.ArrayList;
import java.util.List;

/**
 * Which shots lie with the others and which far from them: further from the middle than two
 * kilometres, and than five times what is usual in this set. A long corridor, or two sites in one
 * set, have no strays.
 *
 * @param near places of the set
 * @param far shots away from it
 */
public record Strays(List<Point> near, List<Far> far) {

  /** The same distance that the check of image sets warns of. */
  private static final double FAR_METRES = 2_000;

  private static final double TIMES_USUAL = 5;

  /**
   * @param metres to the middle of the set
   */
  public record Far(Shot shot, double metres) {}

  public Strays {
    near = List.copyOf(near);
    far = List.copyOf(far);
  }

  public static Strays of(List<Shot> shots, Site site) {
    List<Far> located =
        shots.stream()
            .flatMap(
                shot ->
                    shot.position().stream()
                        .map(place -> new Far(shot, place.metresTo(site.middle()))))
            .toList();
    double usual = Quantiles.of(located.stream().mapToDouble(Far::metres)).median();
    double limit = Math.max(FAR_METRES, TIMES_USUAL * usual);
    List<Point> near = new ArrayList<>();
    List<Far> far = new ArrayList<>();
    for (Far each : located) {
      if (each.metres() > limit) {
        far.add(each);
      } else {
        near.add(site.at(each.shot().position().orElseThrow()));
      }
    }
    return new Strays(near, far);
  }

  /** The names of those far away. */
  public List<String> names() {
    return far.stream().map(each -> each.shot().name()).toList();
  }
}
