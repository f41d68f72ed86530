package io.flighthubcamunda.cli;

import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.imageset.BoundingBox;
import io.flighthubcamunda.imageset.Finding;
import io.flighthubcamunda.imageset.ImageSetReport;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An image set's report as text. */
final class CheckReport {

  private final PrintWriter out;

  CheckReport(PrintWriter out) {
    this.out = out;
  }

  void print(ImageSetReport report, Collection<ReconstructionType> types) {
    var summary = report.summary();
    line("Image set", report.name());
    line("Source", report.location());
    line(
        "Files",
        "%,d (%,d photographs), %s in %,d %s"
            .formatted(
                report.fileCount(),
                report.imageCount(),
                Sizes.of(report.byteCount()),
                report.batchCount(),
                report.batchCount() == 1 ? "batch" : "batches"));
    line("Cameras", counts(summary.cameras()));
    line("Resolutions", counts(summary.resolutions()));
    line(
        "Located", "%,d of %,d photographs".formatted(summary.locatedCount(), report.imageCount()));
    summary.area().ifPresent(area -> line("Area", corners(area)));
    summary
        .firstTaken()
        .ifPresent(first -> line("Taken", first + " to " + summary.lastTaken().orElse(first)));
    findings("Warning", report.warnings());
    findings("Error", report.errors());
    out.println();
    out.println(
        report.usable()
            ? "FlightHub should take this image set for: " + labels(types) + "."
            : "FlightHub would refuse this image set for: " + labels(types) + ".");
    out.flush();
  }

  private void findings(String kind, List<Finding> findings) {
    findings.forEach(finding -> line(kind, finding.message()));
  }

  private void line(String name, Object value) {
    out.printf("%-12s %s%n", name, value);
  }

  private static String corners(BoundingBox area) {
    return String.format(
        Locale.ROOT,
        "%.5f, %.5f (south west) to %.5f, %.5f (north east)",
        area.south(),
        area.west(),
        area.north(),
        area.east());
  }

  private static String counts(Map<String, Integer> counts) {
    return counts.isEmpty()
        ? "none known"
        : counts.entrySet().stream()
            .map(e -> "%s (%,d)".formatted(e.getKey(), e.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String labels(Collection<ReconstructionType> types) {
    return types.stream().map(ReconstructionType::label).collect(Collectors.joining(", "));
  }
}
