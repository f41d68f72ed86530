package io.flighthubcamunda.imageset;

import io.flighthubcamunda.api.ReconstructionType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks into the photographs of a folder and says whether FlightHub can reconstruct them. */
public final class ImageSetCheck {

  /**
   * Checks a folder.
   *
   * @param folder a folder that may be read, see {@link ImageFolderRoots}
   * @param imageSetName the name to give the set, or null for the folder's name
   */
  public ImageSetReport check(
      Path folder, String imageSetName, Set<ReconstructionType> types, BatchLimits limits) {
    ImageSetPlan plan =
        ImageSetPlan.of(new ImageSetScanner().scan(folder, types), List.of(), limits);
    PhotographSummary summary =
        new PhotographSummary(
            Map.of(), Map.of(), 0, 0, Optional.empty(), Optional.empty(), Optional.empty());
    return new ImageSetReport(
        imageSetName == null ? folder.getFileName().toString() : imageSetName,
        folder,
        plan.fingerprint(),
        plan.fileCount(),
        plan.imageCount(),
        plan.byteCount(),
        plan.batchCount(),
        List.of(),
        List.of(),
        List.of(),
        summary);
  }
}
