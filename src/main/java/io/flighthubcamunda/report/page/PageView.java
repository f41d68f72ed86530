package io.flighthubcamunda.report.page;

import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.imageset.Finding;
import io.flighthubcamunda.imageset.ImageSetReport;
import io.flighthubcamunda.report.flight.Advice;
import io.flighthubcamunda.report.flight.FlightFacts;
import io.flighthubcamunda.report.frame.Inspection;
import io.flighthubcamunda.report.frame.Suspicion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that the template shows, in words.
 *
 * @param types what is to be made, such as "2d, 3d"
 * @param figures the numbers at the top
 * @param refusals why FlightHub would refuse the set
 * @param warnings what will make a poor model, or is good to know
 * @param suspicious photographs that look wrong, with a thumbnail
 * @param furtherSuspicious names of more of them
 * @param looks how many pictures were looked at
 * @param samples pictures from all over the set
 * @param basis what the numbers rest on
 */
public record PageView(
    String name,
    String location,
    boolean usable,
    String types,
    List<Figure> figures,
    List<String> refusals,
    List<String> warnings,
    Optional<MapView> map,
    TimeLine timeLine,
    List<CameraRow> cameras,
    List<PictureView> suspicious,
    List<String> furtherSuspicious,
    String looks,
    List<PictureView> samples,
    List<String> basis) {

  /** So many names are enough to see what is wrong. */
  private static final int MOST_NAMES = 200;

  /** One number, what it is, and a word more. */
  public record Figure(String label, String value, String note) {}

  static PageView of(
      ImageSetReport report,
      Collection<ReconstructionType> types,
      FlightFacts flight,
      Inspection inspection) {
    List<Suspicion> all = inspection.suspicions();
    List<Suspicion> shown =
        all.stream().filter(suspicion -> suspicion.thumbnail().length > 0).toList();
    return new PageView(
        report.name(),
        report.location(),
        report.usable(),
        types.stream().map(ReconstructionType::label).collect(Collectors.joining(", ")),
        figures(report, flight),
        messages(report.errors()),
        warnings(report, flight),
        FlightMap.of(flight),
        TimeLine.of(flight.shots(), flight.sorties()),
        CameraRow.of(flight.shots()),
        shown.stream().map(PictureView::of).toList(),
        all.stream()
            .filter(suspicion -> !shown.contains(suspicion))
            .limit(MOST_NAMES)
            .map(suspicion -> suspicion.shot().name())
            .toList(),
        looks(flight, inspection),
        inspection.samples().stream().map(PictureView::of).toList(),
        Basis.of(flight));
  }

  private static List<String> warnings(ImageSetReport report, FlightFacts flight) {
    List<String> warnings = new ArrayList<>(messages(report.warnings()));
    warnings.addAll(Advice.on(flight));
    return warnings;
  }

  private static List<String> messages(List<Finding> findings) {
    return findings.stream().map(Finding::message).toList();
  }

  private static List<Figure> figures(ImageSetReport report, FlightFacts flight) {
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            "Photographs",
            Units.count(report.imageCount()),
            Units.bytes(report.byteCount())
                + (report.leftOut().isEmpty()
                    ? ""
                    : Units.text(", %,d left out", report.leftOut().size()))));
    figures.add(
        new Figure(
            "Located",
            Units.text("%,d of %,d", report.summary().locatedCount(), flight.shots().size()),
            flight.hull() > 0 ? Units.area(flight.hull()) + " between the outermost" : ""));
    var gsd = flight.groundSampling();
    figures.add(
        new Figure("Ground sampling", Units.groundSampling(gsd.median()), "median, flat ground"));
    var heights = flight.heights();
    figures.add(
        new Figure(
            "Height",
            heights.isEmpty()
                ? Units.UNKNOWN
                : Units.range(heights.smallest(), heights.largest(), "m"),
            "above take-off"));
    figures.add(new Figure("Forward overlap", overlap(flight, true), "to the next photograph"));
    figures.add(new Figure("Side overlap", overlap(flight, false), "to the next strip"));
    return figures;
  }

  private static String overlap(FlightFacts flight, boolean forward) {
    return flight
        .overlap()
        .map(overlap -> forward ? overlap.forward() : overlap.side())
        .map(shares -> Units.percent(shares.median()))
        .orElse(Units.UNKNOWN);
  }

  private static String looks(FlightFacts flight, Inspection inspection) {
    return Units.text(
        "Looked at the brightness of %,d and the sharpness of %,d of %,d photographs, those with"
            + " the smallest files first.%s",
        inspection.glances(),
        inspection.closeLooks(),
        flight.shots().size(),
        inspection.complete() ? "" : " Time ran out before all chosen ones were looked at.");
  }
}
