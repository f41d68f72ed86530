package io.flighthubcamunda.report.frame;

import io.flighthubcamunda.report.flight.Shot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which photographs of a large set are looked at. Files with the fewest bytes per pixel come first,
 * because dark, white and blurred pictures compress best; others are spread evenly.
 *
 * @param glances photographs whose thumbnail is looked at
 * @param closeLooks those whose pixels are looked at
 */
record FrameChoice(List<Shot> glances, List<Shot> closeLooks) {

  static final int MOST_GLANCES = 1_000;
  static final int MOST_CLOSE_LOOKS = 40;

  static FrameChoice of(List<Shot> shots) {
    List<Shot> smallest =
        shots.stream()
            .filter(shot -> !Double.isNaN(shot.bytesPerPixel()))
            .sorted(Comparator.comparingDouble(Shot::bytesPerPixel))
            .limit(MOST_GLANCES / 2)
            .toList();
    return new FrameChoice(
        choose(shots, smallest, MOST_GLANCES), choose(shots, smallest, MOST_CLOSE_LOOKS));
  }

  private static List<Shot> choose(List<Shot> shots, List<Shot> smallest, int most) {
    Set<Shot> chosen =
        new LinkedHashSet<>(smallest.subList(0, Math.min(smallest.size(), most / 2)));
    List<Shot> others = shots.stream().filter(shot -> !chosen.contains(shot)).toList();
    chosen.addAll(spread(others, most - chosen.size()));
    return List.copyOf(chosen);
  }

  /** At most this many, with equal steps between them, the first always among them. */
  static List<Shot> spread(List<Shot> shots, int most) {
    List<Shot> some = new ArrayList<>();
    int count = Math.min(most, shots.size());
    for (int i = 0; i < count; i++) {
      some.add(shots.get((int) ((long) i * shots.size() / count)));
    }
    return some;
  }
}
