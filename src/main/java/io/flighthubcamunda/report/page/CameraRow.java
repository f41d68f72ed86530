package io.flighthubcamunda.report.page;

import io.flighthubcamunda.imageset.Lens;
import io.flighthubcamunda.imageset.Photograph;
import io.flighthubcamunda.report.flight.Footprint;
import io.flighthubcamunda.report.flight.PixelAngle;
import io.flighthubcamunda.report.flight.Quantiles;
import io.flighthubcamunda.report.flight.Shot;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A camera with one lens and one resolution.
 *
 * @param groundSampling at the heights flown, or for 100 m where those are unknown
 */
public record CameraRow(
    String camera,
    String resolution,
    String lens,
    String photographs,
    String heights,
    String groundSampling) {

  private static final int MOST = 20;

  private record Key(String camera, int width, int height, Lens lens) {

    static Key of(Photograph photograph) {
      return new Key(
          photograph.camera(), photograph.width(), photograph.height(), photograph.lens());
    }
  }

  /** The most frequent first, at most twenty. */
  static List<CameraRow> of(List<Shot> shots) {
    return shots.stream()
        .collect(Collectors.groupingBy(shot -> Key.of(shot.photograph())))
        .values()
        .stream()
        .sorted(Comparator.comparingInt((List<Shot> same) -> same.size()).reversed())
        .limit(MOST)
        .map(CameraRow::row)
        .toList();
  }

  private static CameraRow row(List<Shot> shots) {
    Photograph photograph = shots.getFirst().photograph();
    var heights = Quantiles.of(shots.stream().flatMapToDouble(shot -> shot.height().stream()));
    return new CameraRow(
        photograph.camera().isEmpty() ? "unknown camera" : photograph.camera(),
        photograph.width() > 0
            ? Units.text(
                "%d × %d px (%.1f MP)",
                photograph.width(),
                photograph.height(),
                photograph.width() * (double) photograph.height() / 1e6)
            : Units.UNKNOWN,
        lens(photograph.lens()),
        Units.count(shots.size()),
        heights.isEmpty() ? Units.UNKNOWN : Units.range(heights.smallest(), heights.largest(), "m"),
        groundSampling(shots));
  }

  private static String lens(Lens lens) {
    var own = lens.focalLength() > 0 ? Units.text("%.1f mm", lens.focalLength()) : "";
    if (lens.equivalent() <= 0) {
      return own.isEmpty() ? Units.UNKNOWN : own;
    }
    var equivalent = Units.text("%.0f mm on 35-mm film", lens.equivalent());
    return own.isEmpty() ? equivalent : own + " (" + equivalent + ")";
  }

  private static String groundSampling(List<Shot> shots) {
    var known =
        Quantiles.of(
            shots.stream()
                .flatMap(shot -> shot.footprint().stream())
                .mapToDouble(Footprint::groundSampling));
    if (!known.isEmpty()) {
      return Units.groundSampling(known.median());
    }
    return PixelAngle.of(shots.getFirst().photograph())
        .map(angle -> Units.groundSampling(angle.groundSampling(100)) + " from 100 m")
        .orElse(Units.UNKNOWN);
  }
}
