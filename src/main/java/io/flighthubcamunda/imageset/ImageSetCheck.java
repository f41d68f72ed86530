package io.flighthubcamunda.imageset;

import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.imageset.ImageSetException.Code;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Looks into the photographs of a folder and says whether FlightHub can reconstruct them. Of each
 * only the header and the end are read. Bad photographs are left out with a warning; what speaks
 * against the set as a whole is an error in the report.
 */
public final class ImageSetCheck {

  private final ImageSetScanner scanner = new ImageSetScanner();
  private final Function<SourceFile, Reading> reader;

  public ImageSetCheck() {
    this(new PhotographReader()::read);
  }

  ImageSetCheck(Function<SourceFile, Reading> reader) {
    this.reader = reader;
  }

  /**
   * Checks a folder.
   *
   * @param folder a folder that may be read, see {@link ImageFolderRoots}
   * @param imageSetName the name to give the set, or null for the folder's name
   * @param types what is to be made of it, at least one
   * @param limits how large a batch may become
   * @return what was found; the plan that its fingerprint belongs to is that of the folder without
   *     {@link ImageSetReport#leftOut()}
   * @throws ImageSetException when the folder cannot be read, or changes meanwhile (CHANGED)
   * @throws IllegalArgumentException when no type is given
   */
  public ImageSetReport check(
      Path folder, String imageSetName, Set<ReconstructionType> types, BatchLimits limits) {
    if (types.isEmpty()) {
      throw new IllegalArgumentException("No reconstruction type was given: name at least one.");
    }
    ImageSetScan scan = scanner.scan(folder, types);
    List<SourceFile> images = scan.files().stream().filter(SourceFile::image).toList();
    PhotographSurvey survey = new PhotographSurvey(reader);
    survey.read(images);
    requireUnchanged(scan, types);
    ImageSetPlan plan = ImageSetPlan.of(scan, survey.unusable().leftOut(), limits);
    ImageSetName name = ImageSetName.of(imageSetName, scan.folder());

    List<Finding> errors = new ArrayList<>(name.findings());
    errors.addAll(errors(images.size(), survey, types));
    List<Finding> warnings = new ArrayList<>(survey.unusable().findings(images.size()));
    warnings.addAll(survey.photographs().findings());
    if (types.contains(ReconstructionType.LIDAR)) {
      LidarFiles lidar = new LidarFiles(scan);
      errors.addAll(lidar.errors());
      warnings.addAll(lidar.warnings());
    }
    warnings.addAll(new NameFindings(plan).findings(scan));

    return new ImageSetReport(
        name.value(),
        scan.folder(),
        plan.fingerprint(),
        plan.fileCount(),
        plan.imageCount(),
        plan.byteCount(),
        plan.batchCount(),
        survey.unusable().leftOut(),
        warnings,
        errors,
        survey.photographs().summary());
  }

  private static List<Finding> errors(
      int imageCount, PhotographSurvey survey, Set<ReconstructionType> types) {
    if (imageCount == 0) {
      return List.of(
          FindingCode.NO_IMAGES.finding(
              "The folder and its sub-folders hold no photographs (JPEG, DNG, HEIC or TIFF): name the"
                  + " folder that does."));
    }
    if (survey.unusable().isBrokenCopy()) {
      // Nothing was read after that, so there is no number to hold against the limits.
      return List.of(survey.unusable().brokenCopy(imageCount));
    }
    return new TypeLimits(types).findings(survey.photographs().count());
  }

  /** Somebody may still be copying; then neither counts nor fingerprint would mean anything. */
  private void requireUnchanged(ImageSetScan before, Set<ReconstructionType> types) {
    List<SourceFile> now = scanner.scan(before.folder(), types).files();
    if (now.equals(before.files())) {
      return;
    }
    List<SourceFile> different = new ArrayList<>(before.files());
    different.removeAll(Set.copyOf(now));
    if (different.isEmpty()) {
      different.addAll(now);
      different.removeAll(Set.copyOf(before.files()));
    }
    throw new ImageSetException(
        Code.CHANGED,
        "The folder \"%s\" changed while it was checked (for example \"%s\"): wait until nobody copies"
                .formatted(before.folder(), different.getFirst().relativePath())
            + " into it and start again.");
  }
}
