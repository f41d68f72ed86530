package io.flighthubcamunda.imageset;

import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.imageset.ImageSetException.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.LongFunction;

/**
 * Looks into the photographs of a source and says whether FlightHub can reconstruct them. Of each
 * only the header and the end are read. Bad photographs are left out with a warning; what speaks
 * against the set as a whole is an error in the report.
 */
public final class ImageSetCheck {

  private final BiFunction<ImageSource, SourceFile, Reading> reader;
  private final LongFunction<FileSizeLimit> sizeLimit;

  /** A check for stores that take each file in one request. */
  public ImageSetCheck() {
    this(FileSizeLimit.ONE_REQUEST);
  }

  public ImageSetCheck(FileSizeLimit sizeLimit) {
    this(new PhotographReader()::read, sizeLimit);
  }

  /**
   * @param sizeLimit by the size of the largest file, where it takes time to learn it
   */
  public ImageSetCheck(LongFunction<FileSizeLimit> sizeLimit) {
    this.reader = new PhotographReader()::read;
    this.sizeLimit = sizeLimit;
  }

  ImageSetCheck(BiFunction<ImageSource, SourceFile, Reading> reader, FileSizeLimit sizeLimit) {
    this.reader = reader;
    this.sizeLimit = largest -> sizeLimit;
  }

  /**
   * Checks an image set.
   *
   * @param source where it is
   * @param imageSetName the name to give the set, or null for the source's name
   * @param types what is to be made of it, at least one
   * @param limits how large a batch may become
   * @return what was found; the plan that its fingerprint belongs to is that of the source without
   *     {@link ImageSetReport#leftOut()}
   * @throws ImageSetException when the source cannot be read, or changes meanwhile (CHANGED)
   * @throws IllegalArgumentException when no type is given
   */
  public ImageSetReport check(
      ImageSource source, String imageSetName, Set<ReconstructionType> types, BatchLimits limits) {
    return check(source, imageSetName, types, limits, PhotographListener.NONE);
  }

  /**
   * Checks an image set as {@link #check(ImageSource, String, Set, BatchLimits)} does, and tells of
   * each usable photograph.
   */
  public ImageSetReport check(
      ImageSource source,
      String imageSetName,
      Set<ReconstructionType> types,
      BatchLimits limits,
      PhotographListener listener) {
    if (types.isEmpty()) {
      throw new IllegalArgumentException("No reconstruction type was given: name at least one.");
    }
    ImageSetScan scan = source.scan(types);
    List<SourceFile> images = scan.files().stream().filter(SourceFile::image).toList();
    PhotographSurvey survey =
        new PhotographSurvey(file -> reader.apply(source, file), source.readsAtOnce(), listener);
    survey.read(images);
    requireUnchanged(source, scan, types);
    ImageSetPlan plan = ImageSetPlan.of(scan, survey.unusable().leftOut(), limits);
    ImageSetName name = ImageSetName.of(imageSetName, source);

    List<Finding> errors = new ArrayList<>(name.findings());
    errors.addAll(errors(images.size(), survey, types));
    errors.addAll(sizeLimit.apply(plan.largestFile()).findings(plan));
    List<Finding> warnings = new ArrayList<>(survey.unusable().findings(images.size()));
    warnings.addAll(survey.photographs().findings());
    if (types.contains(ReconstructionType.LIDAR)) {
      LidarFiles lidar = new LidarFiles(scan);
      errors.addAll(lidar.errors());
      warnings.addAll(lidar.warnings());
    }
    warnings.addAll(new NameFindings(plan).findings());
    warnings.addAll(scan.notes());

    return new ImageSetReport(
        name.value(),
        source.location(),
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
              "The folder, the list or the bucket and all that is below hold no photographs (JPEG,"
                  + " DNG, HEIC or TIFF): name the one that does."));
    }
    if (survey.unusable().isBrokenCopy()) {
      // Nothing was read after that, so there is no number to hold against the limits.
      return List.of(survey.unusable().brokenCopy(imageCount));
    }
    return new TypeLimits(types).findings(survey.photographs().count());
  }

  /** Somebody may still be copying; then neither counts nor fingerprint would mean anything. */
  private static void requireUnchanged(
      ImageSource source, ImageSetScan before, Set<ReconstructionType> types) {
    List<SourceFile> now = source.scan(types).files();
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
        "\"%s\" changed while it was checked (for example \"%s\"): wait until nobody copies"
                .formatted(source.location(), different.getFirst().relativePath())
            + " into it and start again.");
  }
}
