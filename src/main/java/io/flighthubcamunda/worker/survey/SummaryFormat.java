package io.flighthubcamunda.worker.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.flighthubcamunda.worker.survey.ImageSetOutcome.MadeModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a summary is written to a file. */
public enum SummaryFormat {
  /** A row for each image set, for spreadsheets. */
  CSV {
    @Override
    String text(SummaryReport report) throws JsonProcessingException {
      return ROWS.writeValueAsString(
          report.imageSets().stream().map(SummaryFormat::cells).toList());
    }
  },
  /** All of it. */
  JSON {
    @Override
    String text(SummaryReport report) throws JsonProcessingException {
      return WHOLE.writeValueAsString(report);
    }
  };

  private static final ObjectWriter WHOLE = new JsonMapper().writerWithDefaultPrettyPrinter();
  private static final ObjectWriter ROWS = new CsvMapper().writerFor(List.class).with(columns());

  /** By the ending of the file's name, whatever its case. */
  public static Optional<SummaryFormat> of(Path file) {
    var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> name.endsWith("." + format.name().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** The content of the file, UTF-8. */
  public byte[] bytes(SummaryReport report) {
    try {
      return text(report).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Our own records can always be written", e);
    }
  }

  abstract String text(SummaryReport report) throws JsonProcessingException;

  private static CsvSchema columns() {
    var columns = CsvSchema.builder();
    List.of(
            "name",
            "state",
            "duration",
            "models",
            "modelUuids",
            "resultFolder",
            "code",
            "message",
            "imageFolder")
        .forEach(columns::addColumn);
    return columns.setUseHeader(true).build();
  }

  private static Map<String, String> cells(SummaryReport.Row row) {
    var cells = new LinkedHashMap<String, String>();
    cells.put("name", row.name());
    cells.put("state", row.state());
    cells.put("duration", row.duration());
    cells.put("models", joined(row, model -> model.type() + " " + model.state().label()));
    cells.put("modelUuids", joined(row, MadeModel::uuid));
    cells.put("resultFolder", row.resultFolder());
    cells.put("code", row.code());
    cells.put("message", row.message());
    cells.put("imageFolder", row.imageFolder());
    return cells;
  }

  private static String joined(SummaryReport.Row row, Function<MadeModel, String> text) {
    return row.models().stream()
        .map(text)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }
}
