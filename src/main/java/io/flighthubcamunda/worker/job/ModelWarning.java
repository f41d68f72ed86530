package io.flighthubcamunda.worker.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.flighthubcamunda.api.ModelDetails;
import io.flighthubcamunda.api.ModelStatus;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What FlightHub may say of a model although it makes no sense. Each is told once per model, and
 * kept in its variable {@code warnings}.
 */
public enum ModelWarning {
  /** Taken as reconstructing (fact sheet 2.11). */
  UNKNOWN_STATUS("a status that is not documented; it is taken as reconstructing"),
  /** Taken as packaging. */
  UNKNOWN_PACKAGING_STATUS("a packaging status that is not documented; it is taken as packaging"),
  /** Taken as packaging; there is nothing to fetch without the key. */
  RESULT_WITHOUT_KEY("finished packaging without naming the result; it is looked at again"),
  /** Taken as the nearest of 0 and 100. */
  PROGRESS_OUT_OF_RANGE("a progress outside 0 to 100"),
  /** The speed is measured anew. */
  PROGRESS_WENT_BACK("a progress that went back"),
  /** The time limits of all phases together still hold. */
  STATE_WENT_BACK("a phase that was over already");

  private static final int MOST_PACKAGING_STATUS = 3;
  private static final int PACKAGING_FINISHED = 2;

  private final String sentence;

  ModelWarning(String sentence) {
    this.sentence = sentence;
  }

  /** What FlightHub shows, to follow "FlightHub shows". */
  String sentence() {
    return sentence;
  }

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  public static ModelWarning of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /**
   * @param state what {@code seen} is taken for
   * @param percent progress of that state, as FlightHub says it
   */
  static Set<ModelWarning> about(Model before, ModelDetails seen, ModelState state, int percent) {
    var warnings = EnumSet.noneOf(ModelWarning.class);
    if (seen.status() == ModelStatus.UNKNOWN) {
      warnings.add(UNKNOWN_STATUS);
    }
    if (state == ModelState.PACKAGING) {
      if (seen.zipStatus() < 0 || seen.zipStatus() > MOST_PACKAGING_STATUS) {
        warnings.add(UNKNOWN_PACKAGING_STATUS);
      } else if (seen.zipStatus() == PACKAGING_FINISHED) {
        warnings.add(RESULT_WITHOUT_KEY);
      }
    }
    if (percent < 0 || percent > 100) {
      warnings.add(PROGRESS_OUT_OF_RANGE);
    }
    if (state == before.state() && percent < before.progress() && percent >= 0) {
      warnings.add(PROGRESS_WENT_BACK);
    }
    if (wentBack(before.state(), state)) {
      warnings.add(STATE_WENT_BACK);
    }
    return warnings;
  }

  private static boolean wentBack(ModelState before, ModelState now) {
    return before != null
        && before.phase().isPresent()
        && now.phase().isPresent()
        && now.compareTo(before) < 0;
  }
}
