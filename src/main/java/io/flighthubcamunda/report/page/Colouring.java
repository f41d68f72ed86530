package io.flighthubcamunda.report.page;

import io.flighthubcamunda.report.flight.Quantiles;
import io.flighthubcamunda.report.flight.Shot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** Five colours for the dots of the map: by height where that differs, else by time or order. */
final class Colouring {

  static final int BANDS = 5;

  /** Heights that differ by less than this are level flight, and only noise would be coloured. */
  private static final double LEVEL_METRES = 3;

  private final String title;
  private final ToDoubleFunction<Shot> value;
  private final DoubleFunction<String> wording;
  private final double from;
  private final double to;

  private Colouring(
      String title,
      ToDoubleFunction<Shot> value,
      List<Shot> shots,
      DoubleFunction<String> wording) {
    Quantiles all = Quantiles.of(shots.stream().mapToDouble(value));
    this.title = title;
    this.value = value;
    this.wording = wording;
    this.from = all.smallest();
    this.to = all.largest();
  }

  static Colouring of(List<Shot> shots) {
    var height =
        new Colouring(
            "Height above take-off",
            shot -> shot.height().orElse(Double.NaN),
            shots,
            Units::metres);
    if (height.differs(LEVEL_METRES)) {
      return height;
    }
    var altitude =
        new Colouring(
            "Altitude by GPS", shot -> shot.photograph().pose().altitude(), shots, Units::metres);
    if (!height.differs(-1) && altitude.differs(LEVEL_METRES)) {
      return altitude;
    }
    return byTime(shots);
  }

  private static Colouring byTime(List<Shot> shots) {
    var first = shots.getFirst().taken();
    ToDoubleFunction<Shot> seconds =
        shot ->
            first.isPresent() && shot.taken().isPresent()
                ? Duration.between(first.get(), shot.taken().get()).toSeconds()
                : Double.NaN;
    return new Colouring(
        "Time since the first photograph",
        seconds,
        shots,
        value -> Units.duration(Duration.ofSeconds((long) value)));
  }

  private boolean differs(double most) {
    return to - from > most;
  }

  String title() {
    return title;
  }

  /** 0 to 4; the first for shots that do not tell. */
  int band(Shot shot) {
    double number = value.applyAsDouble(shot);
    if (Double.isNaN(number) || to <= from) {
      return 0;
    }
    return Math.clamp((int) ((number - from) / (to - from) * BANDS), 0, BANDS - 1);
  }

  /** Empty when all dots have one colour. */
  List<MapView.Band> bands() {
    List<MapView.Band> bands = new ArrayList<>();
    if (to > from) {
      double step = (to - from) / BANDS;
      for (int i = 0; i < BANDS; i++) {
        bands.add(
            new MapView.Band(
                i, wording.apply(from + i * step) + " – " + wording.apply(from + (i + 1) * step)));
      }
    }
    return bands;
  }
}
