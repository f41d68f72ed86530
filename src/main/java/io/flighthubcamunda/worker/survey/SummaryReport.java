package io.flighthubcamunda.worker.survey;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.flighthubcamunda.worker.survey.ImageSetOutcome.MadeModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The file {@code summary.json} in the result folder of a survey.
 *
 * @param startedAt ISO-8601 UTC, as {@code endedAt}
 * @param duration ISO-8601
 * @param states how many image sets ended in which state
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SummaryReport(
    String surveyName,
    String surveyUuid,
    String startedAt,
    String endedAt,
    String duration,
    Map<String, Integer> states,
    List<Row> imageSets) {

  /**
   * One image set.
   *
   * @param resultFolder below that of the survey
   * @param code why there is no model, or not every one; as {@code message} null otherwise
   * @param message shortened; {@code outcome.json} in the result folder has all of it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Row(
      String name,
      String imageFolder,
      String state,
      String duration,
      List<MadeModel> models,
      String resultFolder,
      String code,
      String message) {

    private static Row of(ImageSetRow imageSet, ImageSetOutcome outcome) {
      return new Row(
          imageSet.name(),
          imageSet.imageFolder(),
          outcome.state(),
          outcome.duration(),
          outcome.models(),
          imageSet.resultFolder(),
          outcome.code(),
          outcome.message());
    }
  }

  /**
   * @param outcomes in the order of the image sets; missing ones count as unknown
   */
  public static List<Row> rows(List<ImageSetRow> imageSets, List<ImageSetOutcome> outcomes) {
    return IntStream.range(0, imageSets.size())
        .mapToObj(
            i ->
                Row.of(
                    imageSets.get(i),
                    i < outcomes.size() && outcomes.get(i) != null
                        ? outcomes.get(i)
                        : ImageSetOutcome.UNKNOWN))
        .toList();
  }

  static Map<String, Integer> states(List<Row> rows) {
    var states = new TreeMap<String, Integer>();
    rows.forEach(row -> states.merge(row.state(), 1, Integer::sum));
    return states;
  }
}
