package io.flighthubcamunda.imageset;

import io.flighthubcamunda.api.ReconstructionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Holds the number of usable photographs against the limits of each type (fact sheet 2.15). */
record TypeLimits(Set<ReconstructionType> types) {

  List<Finding> findings(int usable) {
    List<Finding> findings = new ArrayList<>();
    for (ReconstructionType type : new TreeSet<>(types)) {
      if (usable < type.minimumImages()) {
        findings.add(
            FindingCode.TOO_FEW_IMAGES.finding(
                String.format(
                    Locale.ROOT,
                    "%,d usable photographs; a %s reconstruction needs at least %,d: add photographs"
                        + " or leave this type out.",
                    usable,
                    type.label(),
                    type.minimumImages())));
      } else if (usable > type.maximumImages()) {
        findings.add(
            FindingCode.TOO_MANY_IMAGES.finding(
                String.format(
                    Locale.ROOT,
                    "%,d usable photographs; a %s reconstruction takes at most %,d: split the folder"
                        + " or leave this type out.",
                    usable,
                    type.label(),
                    type.maximumImages())));
      }
    }
    return findings;
  }
}
