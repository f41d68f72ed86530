package io.flighthubcamunda.worker.survey;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.flighthubcamunda.result.ResultFolder;
import io.flighthubcamunda.survey.ListedImageSet;
import io.flighthubcamunda.survey.SurveyLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * One element of the process variable {@code imageSets}.
 *
 * @param parameters type → parameter object; null takes those of the survey
 * @param resultFolder below that of the survey
 * @param resourceUuid also the key to cancel this image set alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ImageSetRow(
    String name,
    String imageFolder,
    List<String> types,
    Map<String, Object> parameters,
    String resultFolder,
    String resourceUuid) {

  /** Bytes of UTF-8. */
  private static final int LONGEST_FOLDER = 24;

  /**
   * The same list gives the same rows, on whatever machine, so that whoever starts a survey can
   * follow it.
   *
   * @param surveyUuid a UUID that was never used
   */
  public static List<ImageSetRow> of(UUID surveyUuid, List<ListedImageSet> imageSets) {
    return IntStream.rangeClosed(1, imageSets.size())
        .mapToObj(number -> of(surveyUuid, number, imageSets.get(number - 1)))
        .toList();
  }

  private static ImageSetRow of(UUID surveyUuid, int number, ListedImageSet imageSet) {
    var plain = ResultFolder.fileName(imageSet.name());
    return new ImageSetRow(
        imageSet.name(),
        imageSet.imageFolder(),
        imageSet.typeLabels(),
        imageSet.parameters().isEmpty() ? null : imageSet.parameters(),
        // The number keeps names apart that a file system takes for one.
        String.format(Locale.ROOT, "%03d-%s", number, ShortText.within(LONGEST_FOLDER, plain)),
        resourceUuid(surveyUuid, number));
  }

  /** Of all image sets that a survey may have; one that has fewer doesn't use the last ones. */
  public static List<String> resourceUuids(UUID surveyUuid) {
    return IntStream.rangeClosed(1, SurveyLimits.MOST_IMAGE_SETS)
        .mapToObj(number -> resourceUuid(surveyUuid, number))
        .toList();
  }

  private static String resourceUuid(UUID surveyUuid, int number) {
    var name = surveyUuid + "/" + number;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
