package io.flighthubcamunda.report.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.imageset.ImageSetReport;
import io.flighthubcamunda.imageset.ImageSource;
import io.flighthubcamunda.report.flight.FlightFacts;
import io.flighthubcamunda.report.flight.ShotLog;
import io.flighthubcamunda.report.frame.FrameInspection;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/**
 * The page about an image set: one HTML file that opens from the disk, asks nobody for anything and
 * runs no script. Of 20,000 photographs it has some 700 kB.
 */
public final class ImageSetPage {

  /** Opening pictures takes longest, most of all out of a bucket. */
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          ImageSetPage.class.getClassLoader(),
          "io.flighthubcamunda.report.page.template");

  private ImageSetPage() {}

  /**
   * Makes the page, which takes up to half a minute.
   *
   * @param report what the check said
   * @param types what it was asked for
   * @param shots what the check saw, from {@link ShotLog}
   * @param source where the photographs are
   * @return UTF-8
   */
  public static byte[] of(
      ImageSetReport report,
      Collection<ReconstructionType> types,
      ShotLog shots,
      ImageSource source) {
    var flight = FlightFacts.of(shots.inOrder());
    var inspection = FrameInspection.of(flight, source, LONGEST_LOOK);
    var view = PageView.of(report, types, flight, inspection);
    var page = new Utf8ByteOutput();
    TEMPLATES.render("page.jte", Map.of("page", view, "style", Style.load()), page);
    return page.toByteArray();
  }
}
