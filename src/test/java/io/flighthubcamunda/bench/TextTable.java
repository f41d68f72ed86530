package io.flighthubcamunda.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for the terminal that is also one in Markdown. Numbers go to the right. */
public final class TextTable {

  private final List<List<String>> rows = new ArrayList<>();

  public TextTable(String... head) {
    rows.add(List.of(head));
  }

  /**
   * @throws IllegalArgumentException when it has another number of cells than the head
   */
  public TextTable row(String... cells) {
    if (cells.length != rows.getFirst().size()) {
      throw new IllegalArgumentException(
          "A row of this table has %d cells, not %d."
              .formatted(rows.getFirst().size(), cells.length));
    }
    rows.add(List.of(cells));
    return this;
  }

  /** The lines, each of the same width. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    for (var row : rows) {
      lines.add(line(row));
      if (lines.size() == 1) {
        lines.add(rule());
      }
    }
    return lines;
  }

  private String line(List<String> row) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> padded(row.get(column), column))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private String rule() {
    return IntStream.range(0, rows.getFirst().size())
        .mapToObj(c -> "-".repeat(width(c) + 1) + (right(c) ? ":" : "-"))
        .collect(Collectors.joining("|", "|", "|"));
  }

  private String padded(String cell, int column) {
    var space = " ".repeat(width(column) - cell.length());
    return right(column) ? space + cell : cell + space;
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  /**
   * A column of numbers: each cell below the head begins with a digit, or says that it is empty.
   */
  private boolean right(int column) {
    return rows.size() > 1
        && rows.stream().skip(1).allMatch(row -> row.get(column).matches("(\\d.*|-|)"));
  }
}
