package io.flighthubcamunda.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rows of a CSV file by column, quoted as RFC 4180 says. Rows without any value do not count.
 *
 * @param rows those below the header
 */
record CsvTable(List<Row> rows) {

  private static final CsvMapper CSV =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .build();

  /** What the header may name. */
  enum Column {
    IMAGE_FOLDER("imageFolder"),
    NAME("name"),
    TYPES("types"),
    PARAMETERS("parameters");

    private final String label;

    Column(String label) {
      this.label = label;
    }

    static Optional<Column> of(String label) {
      return Arrays.stream(values()).filter(c -> c.label.equalsIgnoreCase(label)).findFirst();
    }

    static String labels() {
      return Arrays.stream(values()).map(c -> c.label).collect(Collectors.joining(", "));
    }
  }

  /**
   * @param number as a spreadsheet counts; the header is row 1
   * @param values those that are not empty
   */
  record Row(int number, Map<Column, String> values) {

    Optional<String> value(Column column) {
      return Optional.ofNullable(values.get(column));
    }
  }

  /**
   * @param problems takes what is wrong with single rows
   * @throws SurveyListException when no row can be understood
   */
  static CsvTable parse(CsvText csv, Problems problems) {
    List<String[]> lines = lines(csv);
    if (lines.stream().allMatch(CsvTable::blank)) {
      throw Problems.only(
          "The list is empty: its first row names the columns (%s), each further row is an image set."
              .formatted(Column.labels()));
    }
    List<Column> columns = header(lines.getFirst());
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!blank(lines.get(i))) {
        rows.add(row(i + 1, lines.get(i), columns, problems));
      }
    }
    if (rows.isEmpty()) {
      throw Problems.only("The list names no image set: write one below the header.");
    }
    return new CsvTable(rows);
  }

  private static List<String[]> lines(CsvText csv) {
    var schema = CsvSchema.emptySchema().withColumnSeparator(csv.separator());
    List<String[]> lines = new ArrayList<>();
    try (MappingIterator<String[]> read =
        CSV.readerFor(String[].class).with(schema).readValues(csv.text())) {
      while (read.hasNextValue()) {
        lines.add(read.nextValue());
      }
      return lines;
    } catch (JsonProcessingException e) {
      throw Problems.only(
          "The list is broken at row %,d or below: a value that begins with a quotation mark must end with one, and a quotation mark in it is written twice."
              .formatted(lines.size() + 1));
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory can always be read", e);
    }
  }

  private static List<Column> header(String[] labels) {
    var problems = new Problems();
    List<Column> columns = new ArrayList<>();
    for (String label : labels) {
      Column column = Column.of(label).orElse(null);
      if (label.isBlank()) {
        // Spreadsheets write these for columns that were used once; rows may leave them empty.
        columns.add(null);
        continue;
      }
      if (column == null) {
        problems.add(
            "The header (row 1) names the column \"%s\"; the known ones are %s."
                .formatted(label, Column.labels()));
      } else if (columns.contains(column)) {
        problems.add("The header (row 1) names the column %s twice.".formatted(column.label));
      }
      columns.add(column);
    }
    if (!columns.contains(Column.IMAGE_FOLDER)) {
      problems.add(
          "The header (row 1) lacks the column imageFolder; the columns are %s."
              .formatted(Column.labels()));
    }
    problems.throwIfAny();
    return columns;
  }

  private static Row row(int number, String[] cells, List<Column> columns, Problems problems) {
    Map<Column, String> values = new EnumMap<>(Column.class);
    for (int i = 0; i < cells.length; i++) {
      if (cells[i].isBlank()) {
        continue;
      }
      if (i < columns.size() && columns.get(i) == null) {
        problems.add(
            "Row %,d has a value in column %,d, which the header gives no name."
                .formatted(number, i + 1));
        continue;
      }
      if (i >= columns.size()) {
        problems.add(
            "Row %,d has more values than the header has columns: put a value that holds the separator in quotation marks."
                .formatted(number));
        break;
      }
      values.put(columns.get(i), cells[i].strip());
    }
    return new Row(number, values);
  }

  private static boolean blank(String[] cells) {
    return Arrays.stream(cells).allMatch(String::isBlank);
  }
}
