package io.flighthubcamunda.worker.job;

import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.imageset.ImageSetReport;
import io.flighthubcamunda.imageset.ImageSource;
import io.flighthubcamunda.imageset.PhotographListener;
import io.flighthubcamunda.report.flight.ShotLog;
import io.flighthubcamunda.report.page.ImageSetPage;
import io.flighthubcamunda.result.ResultFolder;
import io.flighthubcamunda.result.WholeFile;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page about a checked set, {@code image-set.html} in its result folder. Without it a
 * reconstruction goes on all the same.
 */
public final class CheckPage {

  static final String FILE_NAME = "image-set.html";

  private static final Logger LOG = LoggerFactory.getLogger(CheckPage.class);

  private final ResultFolder results;
  private final boolean wanted;

  public CheckPage(ResultFolder results, boolean wanted) {
    this.results = results;
    this.wanted = wanted;
  }

  /** What one check saw. */
  final class Draft {

    private final ShotLog shots = new ShotLog();

    PhotographListener listener() {
      return wanted ? shots : PhotographListener.NONE;
    }

    /**
     * Writes the page, or a warning to the log.
     *
     * @param folder where the process wants its results; empty for the default
     * @param uuid makes the default folder's name unique
     */
    void write(
        String folder,
        String uuid,
        ImageSetReport report,
        Set<ReconstructionType> types,
        ImageSource source) {
      if (!wanted) {
        return;
      }
      try (var held = results.hold(results.resolve(folder, report.name(), uuid))) {
        WholeFile.write(held, FILE_NAME, ImageSetPage.of(report, types, shots, source));
      } catch (IOException | RuntimeException e) {
        // Whatever it is: nobody waits for the page, and many for the models.
        LOG.warn("Image set {}: no page was written ({}).", report.name(), e.getMessage());
      }
    }
  }

  Draft draft() {
    return new Draft();
  }
}
