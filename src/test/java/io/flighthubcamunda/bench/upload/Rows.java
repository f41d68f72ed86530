package io.flighthubcamunda.bench.upload;

import io.flighthubcamunda.bench.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What was measured in all scenarios, and how the contestants compare. */
record Rows(List<Row> all) {

  private static final Set<String> NO_PEERS = Set.of(Scenario.OURS, Scenario.COPY);

  Optional<Row> find(String scenario, String contestant) {
    return all.stream()
        .filter(row -> row.scenario().equals(scenario) && row.contestant().equals(contestant))
        .findFirst();
  }

  OptionalDouble wallSeconds(String scenario, String contestant) {
    return find(scenario, contestant).map(Row::wallSeconds).orElse(OptionalDouble.empty());
  }

  OptionalDouble cpuSeconds(String scenario, String contestant) {
    return find(scenario, contestant).map(Row::cpuSeconds).orElse(OptionalDouble.empty());
  }

  /** Least wall seconds of the peers that were there and sent everything. */
  OptionalDouble bestPeer(String scenario) {
    return all.stream()
        .filter(row -> row.scenario().equals(scenario) && !NO_PEERS.contains(row.contestant()))
        .flatMapToDouble(row -> row.wallSeconds().stream())
        .min();
  }

  /** Empty where one of the two is. */
  static OptionalDouble ratio(OptionalDouble value, OptionalDouble to) {
    return value.isPresent() && to.isPresent() && to.getAsDouble() > 0
        ? OptionalDouble.of(value.getAsDouble() / to.getAsDouble())
        : OptionalDouble.empty();
  }

  TextTable table() {
    var table =
        new TextTable(
            "scenario",
            "client",
            "wall s",
            "CPU s",
            "peak MB",
            "/ best peer",
            "/ copy loop",
            "link used",
            "remark");
    for (var row : all) {
      table.row(
          row.scenario(),
          row.contestant(),
          text(row.wallSeconds(), "%.2f"),
          text(row.cpuSeconds(), "%.2f"),
          text(row.peakMegabytes(), "%.0f"),
          text(ratio(row.wallSeconds(), bestPeer(row.scenario())), "%.2f"),
          text(ratio(row.wallSeconds(), wallSeconds(row.scenario(), Scenario.COPY)), "%.2f"),
          text(percent(row.linkUse()), "%.0f %%"),
          remark(row));
    }
    return table;
  }

  private static OptionalDouble percent(OptionalDouble share) {
    return share.isPresent()
        ? OptionalDouble.of(share.getAsDouble() * 100)
        : OptionalDouble.empty();
  }

  private static String text(OptionalDouble value, String format) {
    return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "-";
  }

  private static String remark(Row row) {
    if (row.absent()) {
      return "not on this machine";
    }
    var broken = row.runs().stream().filter(run -> !run.complete()).count();
    if (broken > 0) {
      return "%d of %d runs did not send everything".formatted(broken, row.runs().size());
    }
    var cuts = row.runs().stream().mapToInt(Run::cuts).sum();
    var reset = cuts == 0 ? "" : "%d connections reset".formatted(cuts);
    var start = row.startSeconds().orElse(0);
    return start == 0 ? reset : "ready after %.1f s  %s".formatted(start, reset).strip();
  }

  /** Everything, for programs. */
  List<Map<String, Object>> details() {
    var details = new ArrayList<Map<String, Object>>();
    for (var row : all) {
      var detail = new LinkedHashMap<String, Object>();
      detail.put("scenario", row.scenario());
      detail.put("client", row.contestant());
      detail.put("version", row.absent() ? null : row.version());
      detail.put("complete", row.complete());
      detail.put("wallSeconds", boxed(row.wallSeconds()));
      detail.put("cpuSeconds", boxed(row.cpuSeconds()));
      detail.put("peakMegabytes", boxed(row.peakMegabytes()));
      detail.put("linkUse", boxed(row.linkUse()));
      detail.put("runs", row.runs().stream().map(Run::measurement).toList());
      details.add(detail);
    }
    return details;
  }

  private static Double boxed(OptionalDouble value) {
    return value.isPresent() ? Math.round(value.getAsDouble() * 1000) / 1000.0 : null;
  }
}
