package io.flighthubcamunda.worker.survey;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.flighthubcamunda.worker.job.FailureVariable;
import io.flighthubcamunda.worker.job.Model;
import io.flighthubcamunda.worker.job.ModelState;
import java.time.Duration;
import java.util.List;

/**
 * One element of the process variable {@code outcomes}, small because a survey has hundreds of
 * them. They stand in the order of {@code imageSets}.
 *
 * @param state the outcome of {@code reconstruct-images}, such as {@code ready} or {@code failed}
 * @param duration from the start of the survey to the end of this image set, ISO-8601
 * @param code of the failure; null when there was none
 * @param message the failure's, shortened
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ImageSetOutcome(
    String state, String duration, List<MadeModel> models, String code, String message) {

  /** When nobody can tell, because an operator went around a step. */
  static final ImageSetOutcome UNKNOWN =
      new ImageSetOutcome("unknown", null, List.of(), null, null);

  /** Bytes of UTF-8. */
  private static final int LONGEST_MESSAGE = 72;

  private static final String DOTS = "…";
  private static final int DOTS_BYTES = 3;
  private static final List<String> WITH_MODELS = List.of("ready", "partly-ready");

  /**
   * A model as the summary shows it.
   *
   * @param uuid null unless the model became ready; others are deleted on FlightHub
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record MadeModel(String type, String uuid, ModelState state) {

    static MadeModel of(Model model) {
      return new MadeModel(
          model.type().label(),
          model.state() == ModelState.READY ? model.uuid() : null,
          model.state());
    }
  }

  public ImageSetOutcome {
    models = models == null ? List.of() : List.copyOf(models);
  }

  static ImageSetOutcome of(ImageSetEnd end, Duration duration) {
    return new ImageSetOutcome(
        end.outcome() == null ? UNKNOWN.state : end.outcome(),
        Duration.ofSeconds(duration.toSeconds()).toString(),
        end.models().stream().map(MadeModel::of).toList(),
        end.reason().map(FailureVariable::code).orElse(null),
        end.reason().map(FailureVariable::message).map(ImageSetOutcome::shortened).orElse(null));
  }

  /** Whether an image set that ended so has at least one model. */
  static boolean hasModels(String state) {
    return WITH_MODELS.contains(state);
  }

  private static String shortened(String message) {
    var whole = ShortText.within(LONGEST_MESSAGE, message);
    return whole.equals(message)
        ? message
        : ShortText.within(LONGEST_MESSAGE - DOTS_BYTES, message).stripTrailing() + DOTS;
  }
}
