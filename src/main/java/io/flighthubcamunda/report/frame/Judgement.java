package io.flighthubcamunda.report.frame;

import io.flighthubcamunda.report.flight.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Says what is wrong with a picture, held against fixed limits and against the others of the set.
 * The limits are wide: a false alarm costs a person's time.
 */
final class Judgement {

  private static final double DARK = 30;
  private static final double BRIGHT = 235;
  private static final double BLOWN = 0.35;
  private static final double BLURRED = 0.45;

  /** Of the set's usual brightness. */
  private static final double MUCH_DARKER = 0.4;

  /** Times the set's usual blur, where that is no longer quite sharp. */
  private static final double MUCH_SOFTER = 1.6;

  private static final double SOFT = 0.4;

  private final double usualMean;
  private final double usualBlur;

  /**
   * @param means of the set's pictures
   * @param blurs of the set's pictures
   */
  Judgement(Quantiles means, Quantiles blurs) {
    this.usualMean = means.median();
    this.usualBlur = blurs.median();
  }

  /**
   * @param blur NaN when it was not measured
   */
  List<String> reasons(Exposure exposure, double blur) {
    List<String> reasons = new ArrayList<>();
    boolean dark = exposure.mean() < DARK;
    if (dark) {
      reasons.add(text("Nearly black: mean brightness %.0f of 255.", exposure.mean()));
    } else if (exposure.mean() < MUCH_DARKER * usualMean) {
      reasons.add(
          text(
              "Much darker than the others: mean brightness %.0f, usually %.0f.",
              exposure.mean(), usualMean));
    }
    if (exposure.mean() > BRIGHT || exposure.blown() > BLOWN) {
      reasons.add(
          text(
              "Over-exposed: %.0f %% of it is plain white, mean brightness %.0f of 255.",
              100 * exposure.blown(), exposure.mean()));
    }
    // In a black picture there is nothing to be sharp.
    if (!dark && isBlurred(blur)) {
      reasons.add(text("Not sharp: blur %.2f, of sharp photographs below 0.35.", blur));
    }
    return reasons;
  }

  static String farAway(double metres) {
    return text("Taken %,.1f km from the middle of the set.", metres / 1000);
  }

  private boolean isBlurred(double blur) {
    return blur > BLURRED || (blur > SOFT && blur > MUCH_SOFTER * usualBlur);
  }

  private static String text(String format, Object... numbers) {
    return String.format(Locale.ROOT, format, numbers);
  }
}
