package io.flighthubcamunda.report.flight;

import io.flighthubcamunda.imageset.Lens;
import io.flighthubcamunda.imageset.Photograph;
import io.flighthubcamunda.imageset.Pose;
import io.flighthubcamunda.imageset.Position;
import io.flighthubcamunda.imageset.SourceFile;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shots of a flight that never took place: strips to the north and back, 100 m up, with a camera of
 * 4000 x 3000 pixels whose footprint there is 108.2 m wide and 81.1 m high.
 */
public final class TestFlight {

  public static final Lens LENS = new Lens(0, 32, 0);

  private static final double DEGREES_PER_METRE = 1 / 111_195.0;
  private static final LocalDateTime START = LocalDateTime.of(2026, 6, 18, 10, 0);

  private final double stepMetres;
  private final double stripMetres;
  private double height = 100;
  private double yaw = 0;
  private Lens lens = LENS;

  /**
   * @param stepMetres from shot to shot
   * @param stripMetres from strip to strip
   */
  public TestFlight(double stepMetres, double stripMetres) {
    this.stepMetres = stepMetres;
    this.stripMetres = stripMetres;
  }

  public TestFlight at(double metres) {
    height = metres;
    return this;
  }

  public TestFlight lookingTo(double degrees) {
    yaw = degrees;
    return this;
  }

  public TestFlight with(Lens other) {
    lens = other;
    return this;
  }

  /** Two seconds from shot to shot. */
  public List<Shot> fly(int strips, int shotsPerStrip) {
    List<Shot> shots = new ArrayList<>();
    for (int strip = 0; strip < strips; strip++) {
      for (int i = 0; i < shotsPerStrip; i++) {
        int row = strip % 2 == 0 ? i : shotsPerStrip - 1 - i;
        shots.add(
            shot(
                "DJI_%05d.JPG".formatted(shots.size() + 1),
                new Position(
                    row * stepMetres * DEGREES_PER_METRE,
                    10 + strip * stripMetres * DEGREES_PER_METRE),
                Optional.of(START.plusSeconds(2L * shots.size()))));
      }
    }
    return shots;
  }

  public Shot shot(String name, Position position, Optional<LocalDateTime> taken) {
    return new Shot(
        new SourceFile(name, 6_000_000, Instant.EPOCH, true),
        new Photograph(
            "DJI M3E",
            4000,
            3000,
            Optional.of(position),
            taken,
            true,
            lens,
            new Pose(Double.NaN, height, -90, yaw)));
  }
}
