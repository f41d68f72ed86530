package io.flighthubcamunda.report.flight;

import io.flighthubcamunda.imageset.Photograph;
import io.flighthubcamunda.imageset.Position;
import io.flighthubcamunda.imageset.SourceFile;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalDouble;

/** One usable photograph and its file. */
public record Shot(SourceFile file, Photograph photograph) {

  /** A camera that looks further aside than this many degrees doesn't take a map's photograph. */
  private static final double STRAIGHT_DOWN = 15;

  public String name() {
    return file.relativePath();
  }

  public Optional<Position> position() {
    return photograph.position();
  }

  public Optional<LocalDateTime> taken() {
    return photograph.taken();
  }

  /** Metres above the place of take-off. */
  public OptionalDouble height() {
    return photograph.pose().heightAboveTakeOff();
  }

  /** Whether the camera is known to look aside. */
  public boolean isOblique() {
    return photograph.pose().isTilted(STRAIGHT_DOWN);
  }

  /**
   * How much ground it shows, on flat ground at the height of take-off; empty for oblique
   * photographs, and where height or lens are unknown.
   */
  public Optional<Footprint> footprint() {
    var height = height();
    if (height.isEmpty() || isOblique()) {
      return Optional.empty();
    }
    return PixelAngle.of(photograph)
        .map(
            angle ->
                Footprint.of(
                    angle.groundSampling(height.getAsDouble()),
                    photograph.width(),
                    photograph.height()));
  }

  /** How well its content resists compression; dark and blurred pictures need few bytes. */
  public double bytesPerPixel() {
    var pixels = (double) photograph.width() * photograph.height();
    return pixels > 0 ? file.size() / pixels : Double.NaN;
  }
}
