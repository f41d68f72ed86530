package io.flighthubcamunda.bench.start;

import io.flighthubcamunda.bench.Goal;
import io.flighthubcamunda.bench.TextTable;
import io.flighthubcamunda.bench.start.TrialEnd.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** The ends of all trials, by kind of trouble. */
record StartTable(List<TrialEnd> ends) {

  private static final double MOST_NEEDLESS_PERCENT = 1.0;

  TextTable table() {
    var table =
        new TextTable(
            "trouble",
            "trials",
            "billed once",
            "never",
            "twice",
            "went on by itself",
            "operator asked",
            "needlessly",
            "still trying");
    for (var trouble : Trouble.values()) {
      var some = ends.stream().filter(end -> end.trial().trouble() == trouble).toList();
      if (!some.isEmpty()) {
        row(table, trouble.label(), some);
      }
    }
    row(table, "all", ends);
    return table;
  }

  private static void row(TextTable table, String label, List<TrialEnd> some) {
    table.row(
        label,
        String.valueOf(some.size()),
        count(some, end -> end.billed() == 1),
        count(some, end -> end.billed() == 0),
        count(some, end -> end.billed() > 1),
        count(some, end -> end.state() == State.STARTED),
        count(some, end -> !end.said().isEmpty()),
        count(some, TrialEnd::needless),
        count(some, end -> end.state() == State.WAITING));
  }

  List<Goal> goals() {
    return List.of(
        Goal.atMost("requests billed twice", number(end -> end.billed() > 1), 0),
        Goal.atMost(
            "instances that went on without their models running",
            number(end -> end.state() == State.STARTED && (end.billed() == 0 || !end.running())),
            0),
        Goal.atMost(
            "requests that ended without a model and without a question",
            number(end -> end.state() == State.REFUSED),
            0),
        Goal.atMost(
            "needless questions in % of all trials",
            ends.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(100 * number(TrialEnd::needless).getAsDouble() / ends.size()),
            MOST_NEEDLESS_PERCENT));
  }

  /** What was counted, by kind of trouble, and each trial that needs a look. */
  Map<String, Object> details() {
    var details = new LinkedHashMap<String, Object>();
    details.put("table", table().lines());
    details.put("wrong", TrialEnd.wrongOf(ends).stream().map(TrialEnd::line).toList());
    details.put("needless", ends.stream().filter(TrialEnd::needless).map(TrialEnd::line).toList());
    details.put(
        "stillTrying",
        ends.stream().filter(end -> end.state() == State.WAITING).map(TrialEnd::line).toList());
    return details;
  }

  private OptionalDouble number(Predicate<TrialEnd> which) {
    return ends.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(ends.stream().filter(which).count());
  }

  private static String count(List<TrialEnd> some, Predicate<TrialEnd> which) {
    return String.valueOf(some.stream().filter(which).count());
  }
}
