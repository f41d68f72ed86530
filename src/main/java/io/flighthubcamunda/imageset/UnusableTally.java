package io.flighthubcamunda.imageset;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The photographs that are left out, and why. */
final class UnusableTally {

  /** A few bad files happen; more than these mean that the copy went wrong. */
  private static final int MOST_LEFT_OUT = 100;

  private static final String COPY_AGAIN = "copy them again from the camera's card";

  private final List<String> leftOut = new ArrayList<>();
  private final Map<FindingCode, FileTally> tallies = new EnumMap<>(FindingCode.class);

  void add(SourceFile file, FindingCode code) {
    leftOut.add(file.relativePath());
    tallies.computeIfAbsent(code, key -> new FileTally()).add(file.relativePath());
  }

  List<String> leftOut() {
    return leftOut;
  }

  boolean isBrokenCopy() {
    return leftOut.size() > MOST_LEFT_OUT;
  }

  Finding brokenCopy(int total) {
    return FindingCode.BROKEN_COPY.finding(
        String.format(
            Locale.ROOT,
            "More than %d of %,d photographs are empty, cut off or unreadable (%s, …): %s.",
            MOST_LEFT_OUT,
            total,
            String.join(", ", leftOut.subList(0, 5)),
            tallies.size() == 1 ? remedy(tallies.keySet().iterator().next()) : COPY_AGAIN));
  }

  List<Finding> findings(int total) {
    List<Finding> findings = new ArrayList<>();
    tallies.forEach(
        (code, tally) ->
            findings.add(
                code.finding(
                    String.format(
                        Locale.ROOT,
                        "Left out %,d of %,d photographs %s (%s): %s if you need them.",
                        tally.count(),
                        total,
                        reason(code),
                        tally.names(),
                        remedy(code)))));
    return findings;
  }

  private static String remedy(FindingCode code) {
    return code == FindingCode.FORBIDDEN_FILE
        ? "give the worker's user the right to read them"
        : COPY_AGAIN;
  }

  private static String reason(FindingCode code) {
    return switch (code) {
      case EMPTY_FILE -> "whose files are empty";
      case TRUNCATED_FILE -> "whose files are cut off";
      case FORBIDDEN_FILE -> "that this user may not read";
      default -> "whose files cannot be read as an image";
    };
  }
}
