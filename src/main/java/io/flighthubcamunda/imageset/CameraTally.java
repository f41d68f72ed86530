package io.flighthubcamunda.imageset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts cameras, and the resolutions of each. */
final class CameraTally {

  private static final String UNKNOWN_CAMERA = "unknown camera";

  private final Map<String, Integer> cameras = new TreeMap<>();
  private final Map<String, Integer> resolutions = new TreeMap<>();
  private final Map<String, Map<String, FileTally>> resolutionsByCamera = new TreeMap<>();

  void add(SourceFile file, Photograph photograph) {
    String camera = photograph.camera().isEmpty() ? UNKNOWN_CAMERA : photograph.camera();
    cameras.merge(camera, 1, Integer::sum);
    if (photograph.width() > 0 && photograph.height() > 0) {
      String resolution = photograph.width() + " x " + photograph.height();
      resolutions.merge(resolution, 1, Integer::sum);
      resolutionsByCamera
          .computeIfAbsent(camera, key -> new TreeMap<>())
          .computeIfAbsent(resolution, key -> new FileTally())
          .add(file.relativePath());
    }
  }

  Map<String, Integer> cameras() {
    return mostFrequentFirst(cameras);
  }

  Map<String, Integer> resolutions() {
    return mostFrequentFirst(resolutions);
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Map<String, Integer> known = new HashMap<>(cameras);
    known.remove(UNKNOWN_CAMERA);
    if (known.size() > 1) {
      findings.add(
          FindingCode.MIXED_CAMERAS.finding(
              String.format(
                  Locale.ROOT,
                  "The photographs come from %,d cameras (%s): reconstruct them separately unless"
                      + " they show one site on one day.",
                  known.size(),
                  counts(known))));
    }
    resolutionsByCamera.entrySet().stream()
        // Pictures of unknown origin have a finding of their own.
        .filter(entry -> entry.getValue().size() > 1 && !entry.getKey().equals(UNKNOWN_CAMERA))
        // However many cameras: the findings become a process variable.
        .limit(5)
        .forEach(entry -> findings.add(mixedResolutions(entry.getKey(), entry.getValue())));
    return findings;
  }

  private static Finding mixedResolutions(String camera, Map<String, FileTally> tallies) {
    Map<String, Integer> counts = new TreeMap<>();
    tallies.forEach((resolution, tally) -> counts.put(resolution, tally.count()));
    String usual = mostFrequentFirst(counts).keySet().iterator().next();
    String others =
        tallies.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(usual))
            .map(entry -> entry.getValue().names())
            .limit(1)
            .collect(Collectors.joining());
    return FindingCode.MIXED_RESOLUTIONS.finding(
        String.format(
            Locale.ROOT,
            "The camera %s took photographs of %,d resolutions in pixels (%s), unlike the others: %s;"
                + " take out those that are not from this flight.",
            camera,
            tallies.size(),
            counts(counts),
            others));
  }

  private static String counts(Map<String, Integer> counts) {
    return mostFrequentFirst(counts).entrySet().stream()
        .limit(5)
        .map(entry -> String.format(Locale.ROOT, "%s: %,d", entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static Map<String, Integer> mostFrequentFirst(Map<String, Integer> counts) {
    Map<String, Integer> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }
}
