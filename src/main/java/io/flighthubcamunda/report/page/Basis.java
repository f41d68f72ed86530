package io.flighthubcamunda.report.page;

import io.flighthubcamunda.report.flight.FlightFacts;
import io.flighthubcamunda.report.flight.PixelAngle;
import io.flighthubcamunda.report.flight.Shot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Says honestly what the page's numbers rest on. */
final class Basis {

  private final FlightFacts flight;
  private final List<String> sentences = new ArrayList<>();

  private Basis(FlightFacts flight) {
    this.flight = flight;
  }

  static List<String> of(FlightFacts flight) {
    Basis basis = new Basis(flight);
    basis.onHeight();
    basis.onLens();
    basis.onDirection();
    basis.onOblique();
    return basis.sentences;
  }

  private void onHeight() {
    int with = flight.heights().count();
    int all = flight.shots().size();
    if (with == 0) {
      sentences.add(
          "No photograph tells its height above the ground (a drone's XMP RelativeAltitude), only"
              + " some an altitude above sea level. Without the terrain that says nothing about"
              + " the ground, so neither ground sampling distance nor overlap were estimated; the"
              + " table of cameras says what 100 m would give.");
      return;
    }
    sentences.add(
        "Height is the drone's own, above its place of take-off. The ground is taken to be flat"
            + " and at that level: over a hill photographs resolve more and overlap less, over a"
            + " valley the other way round.");
    if (with < all) {
      sentences.add(
          Units.text("%,d of %,d photographs tell no height and count nowhere.", all - with, all));
    }
  }

  private void onLens() {
    Set<PixelAngle.Basis> bases = EnumSet.noneOf(PixelAngle.Basis.class);
    boolean unknown = false;
    for (Shot shot : flight.shots()) {
      var angle = PixelAngle.of(shot.photograph());
      angle.ifPresent(known -> bases.add(known.basis()));
      unknown |= angle.isEmpty();
    }
    if (bases.contains(PixelAngle.Basis.SENSOR_WIDTH)) {
      sentences.add(
          "Ground sampling distance = height × sensor width ÷ (focal length × pixels across), with"
              + " the sensor width from the camera's EXIF data.");
    }
    if (bases.contains(PixelAngle.Basis.EQUIVALENT)
        || bases.contains(PixelAngle.Basis.EQUIVALENT_OF_CUT_PICTURE)) {
      sentences.add(
          "Ground sampling distance = height × 43.27 mm ÷ (35-mm equivalent × pixels along the"
              + " diagonal), because the file names no sensor size. The equivalent is rounded to"
              + " whole millimetres, so expect 2 to 4 % of error.");
    }
    if (bases.contains(PixelAngle.Basis.EQUIVALENT_OF_CUT_PICTURE)) {
      sentences.add(
          "Wide pictures (16:9) were taken to be cut from a 4:3 sensor of the same width.");
    }
    if (unknown) {
      sentences.add("Some photographs tell nothing about their lens; they count nowhere.");
    }
  }

  private void onDirection() {
    boolean withoutYaw =
        flight.shots().stream()
            .anyMatch(
                shot ->
                    shot.footprint().isPresent() && Double.isNaN(shot.photograph().pose().yaw()));
    if (withoutYaw) {
      sentences.add(
          "Where the gimbal's direction is unknown, the picture's top was taken to point where the"
              + " drone flew.");
    }
    if (flight.overlap().filter(overlap -> !overlap.forward().isEmpty()).isPresent()) {
      sentences.add(
          "Forward overlap = 1 − distance to the next photograph ÷ footprint along the flight;"
              + " side overlap = 1 − distance to the nearest parallel strip ÷ footprint across"
              + " it. Medians over all straight strips of three or more photographs.");
    }
  }

  private void onOblique() {
    long oblique = flight.shots().stream().filter(Shot::isOblique).count();
    if (oblique > 0) {
      sentences.add(
          Units.text(
              "%,d photographs look aside by more than 15°; they count neither for the ground"
                  + " sampling distance nor for the overlap.",
              oblique));
    }
  }
}
