package io.flighthubcamunda.report.flight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What of a flight will make a poor model, though FlightHub takes it. The limits are those that
 * photogrammetry programs recommend for mapping: 70 % forward, 60 % sideways.
 */
public final class Advice {

  private static final double FORWARD = 0.7;
  private static final double SIDE = 0.6;

  /** The estimates are good to some per cent, so a bit below the limit is no reason to speak. */
  private static final double TOLERANCE = 0.03;

  private static final double UNEVEN = 1.5;

  private final FlightFacts flight;
  private final List<String> sentences = new ArrayList<>();

  private Advice(FlightFacts flight) {
    this.flight = flight;
  }

  /** Sentences for a person; empty when all is well, or nothing is known. */
  public static List<String> on(FlightFacts flight) {
    Advice advice = new Advice(flight);
    advice.onOverlap();
    advice.onHeights();
    return advice.sentences;
  }

  private void onOverlap() {
    flight
        .overlap()
        .ifPresent(
            overlap -> {
              double forward = overlap.forward().median();
              if (forward < FORWARD - TOLERANCE) {
                say(
                    "Forward overlap is about %.0f %%. Below 70 %% models get holes: fly slower,"
                        + " higher, or take photographs more often.",
                    100 * forward);
              }
              double side = overlap.side().median();
              if (side < SIDE - TOLERANCE) {
                say(
                    "Side overlap is about %.0f %%. Below 60 %% neighbouring strips join badly: fly"
                        + " the strips closer together.",
                    100 * side);
              }
            });
  }

  private void onHeights() {
    Quantiles gsd = flight.groundSampling();
    if (gsd.at(0.95) > UNEVEN * gsd.at(0.05)) {
      say(
          "The ground sampling distance goes from %.1f to %.1f cm per pixel: the model will be as"
              + " coarse as the highest photographs in places.",
          100 * gsd.at(0.05), 100 * gsd.at(0.95));
    }
  }

  private void say(String format, Object... numbers) {
    sentences.add(String.format(Locale.ROOT, format, numbers));
  }
}
