package io.flighthubcamunda.bench.upload;

import io.flighthubcamunda.bench.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the upload promises. Each peer is a goal of its own, so that an absent one hides no other.
 */
final class UploadGoals {

  private static final double NOT_SLOWER = 1.0;
  private static final double STRETCH = 1.2;
  private static final double LINK_USE = 0.95;
  private static final List<String> PEERS = List.of(Scenario.RCLONE, Scenario.S5CMD);
  private static final List<String> LINK_PEERS =
      List.of(Scenario.RCLONE, Scenario.S5CMD, Scenario.MC);

  private final Rows rows;
  private final List<Goal> goals = new ArrayList<>();

  private UploadGoals(Rows rows) {
    this.rows = rows;
  }

  static List<Goal> of(Rows rows) {
    return new UploadGoals(rows).all();
  }

  private List<Goal> all() {
    for (var scenario : List.of(Scenario.BIG, Scenario.SMALL)) {
      PEERS.forEach(peer -> wall(scenario, peer, NOT_SLOWER));
      PEERS.forEach(peer -> cpu(scenario, peer));
    }
    wall(Scenario.BIG, Scenario.MC, STRETCH);
    for (var scenario : List.of(Scenario.BIG_MD5, Scenario.SMALL_MD5)) {
      wall(scenario, Scenario.RCLONE, NOT_SLOWER);
      cpu(scenario, Scenario.RCLONE);
    }
    for (var scenario : List.of(Scenario.FAR_BIG, Scenario.FAR_SMALL, Scenario.FAR_CUT)) {
      LINK_PEERS.forEach(peer -> wall(scenario, peer, NOT_SLOWER));
      linkUse(scenario);
    }
    heap();
    return goals;
  }

  private void wall(Scenario scenario, String peer, double most) {
    goals.add(
        Goal.atMost(
            "%s: wall seconds, ours / %s".formatted(scenario.name(), peer),
            Rows.ratio(
                rows.wallSeconds(scenario.name(), Scenario.OURS),
                rows.wallSeconds(scenario.name(), peer)),
            most));
  }

  private void cpu(Scenario scenario, String peer) {
    goals.add(
        Goal.atMost(
            "%s: CPU seconds, ours / %s".formatted(scenario.name(), peer),
            Rows.ratio(
                rows.cpuSeconds(scenario.name(), Scenario.OURS),
                rows.cpuSeconds(scenario.name(), peer)),
            NOT_SLOWER));
  }

  private void linkUse(Scenario scenario) {
    goals.add(
        Goal.atLeast(
            "%s: share of the link's capacity that ours uses after its first batch"
                .formatted(scenario.name()),
            rows.find(scenario.name(), Scenario.OURS)
                .map(Row::linkUse)
                .orElse(OptionalDouble.empty()),
            LINK_USE));
  }

  /** Only where every upload of ours came to a good end with that much heap. */
  private void heap() {
    var ours = rows.all().stream().filter(row -> row.contestant().equals(Scenario.OURS)).toList();
    var peak = ours.stream().flatMapToLong(row -> row.heapPeak().stream()).max();
    var complete = !ours.isEmpty() && ours.stream().allMatch(Row::complete);
    goals.add(
        Goal.atMost(
            "all scenarios: peak of our heap in MiB, and every file sent",
            complete && peak.isPresent()
                ? OptionalDouble.of(peak.getAsLong() / (double) (1 << 20))
                : OptionalDouble.empty(),
            Ours.HEAP_MEGABYTES));
  }
}
