package io.flighthubcamunda.imageset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The name under which FlightHub shows an image set: {@code resource_name} (fact sheet 2.4). */
public record ImageSetName(String value) {

  private static final int MAX_LENGTH = 255;

  /** The given name, or the source's where none is given. */
  public static ImageSetName of(String name, ImageSource source) {
    if (name != null && !name.isBlank()) {
      return new ImageSetName(name.strip());
    }
    return new ImageSetName(source.name());
  }

  /** What speaks against it; empty when FlightHub takes it. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (value.length() > MAX_LENGTH) {
      findings.add(
          FindingCode.NAME_TOO_LONG.finding(
              String.format(
                  Locale.ROOT,
                  "The name of the image set has %,d characters; FlightHub takes at most %d: choose a"
                      + " shorter one.",
                  value.length(),
                  MAX_LENGTH)));
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      findings.add(
          FindingCode.NAME_NOT_ALLOWED.finding(
              "The name of the image set holds control characters such as a line break: choose one"
                  + " without."));
    }
    return findings;
  }
}
