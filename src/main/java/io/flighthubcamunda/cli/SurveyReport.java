package io.flighthubcamunda.cli;

import io.flighthubcamunda.worker.survey.SummaryReport;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says how a survey ended: a row for each image set, then one sentence. */
final class SurveyReport {

  private static final String[] HEADER = {
    "Image set", "State", "Time", "Models", "Result or reason"
  };
  private static final int LONGEST_CELL = 40;

  private final PrintStream out;

  SurveyReport(PrintStream out) {
    this.out = out;
  }

  void print(Survey.End end) {
    switch (end) {
      case Survey.End.Rejected rejected ->
          out.println("The survey was rejected. " + rejected.message());
      case Survey.End.Summarized summarized -> {
        table(summarized.report().imageSets().stream().map(SurveyReport::cells).toList());
        out.println();
        out.println(sentence(summarized.report().imageSets()));
        out.println("Summary: " + summarized.summaryFile());
      }
    }
    out.flush();
  }

  private void table(List<String[]> rows) {
    var widths =
        IntStream.range(0, HEADER.length)
            .map(
                column ->
                    Math.max(
                        HEADER[column].length(),
                        rows.stream().mapToInt(row -> row[column].length()).max().orElse(0)))
            .toArray();
    line(HEADER, widths);
    line(Arrays.stream(widths).mapToObj("-"::repeat).toArray(String[]::new), widths);
    rows.forEach(row -> line(row, widths));
  }

  private void line(String[] cells, int[] widths) {
    out.println(
        IntStream.range(0, cells.length)
            .mapToObj(i -> cells[i] + " ".repeat(widths[i] - cells[i].length()))
            .collect(Collectors.joining("  "))
            .stripTrailing());
  }

  private static String[] cells(SummaryReport.Row row) {
    return new String[] {
      shortened(row.name()),
      row.state(),
      row.duration() == null ? "?" : time(Duration.parse(row.duration())),
      row.models().stream()
          .map(model -> model.type() + " " + model.state().label())
          .collect(Collectors.joining(", ")),
      row.message() == null ? row.resultFolder() : row.message()
    };
  }

  private static String sentence(List<SummaryReport.Row> rows) {
    long ready = rows.stream().filter(row -> "ready".equals(row.state())).count();
    return ready == rows.size()
        ? "All models of all %,d image sets are ready.".formatted(rows.size())
        : "%,d of %,d image sets are ready.".formatted(ready, rows.size());
  }

  private static String time(Duration duration) {
    return "%d:%02d:%02d"
        .formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_CELL ? name : name.substring(0, LONGEST_CELL - 1) + "…";
  }
}
