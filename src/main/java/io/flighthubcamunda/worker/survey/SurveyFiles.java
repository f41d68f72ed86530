package io.flighthubcamunda.worker.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.flighthubcamunda.result.ResultFolder;
import io.flighthubcamunda.result.WholeFile;
import io.flighthubcamunda.worker.survey.ImageSetOutcome.MadeModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The files of a survey below the result root. */
@Component
public class SurveyFiles {

  /** In the result folder of each image set that ended. */
  public static final String OUTCOME = "outcome.json";

  /** In the result folder of a survey that ended; the last file that is written there. */
  public static final String SUMMARY = "summary.json";

  private static final String SUMMARY_CSV = "summary.csv";

  private static final ObjectWriter JSON = new JsonMapper().writerWithDefaultPrettyPrinter();
  private static final ObjectWriter CSV = new CsvMapper().writerFor(List.class).with(columns());

  private final ResultFolder results;

  SurveyFiles(ResultFolder results) {
    this.results = results;
  }

  /**
   * @throws io.flighthubcamunda.result.ResultException when it cannot be written there
   */
  void writeOutcome(String resultFolder, OutcomeReport outcome) {
    WholeFile.write(folder(resultFolder).resolve(OUTCOME), bytes(JSON, outcome));
  }

  /**
   * @throws io.flighthubcamunda.result.ResultException when it cannot be written there
   */
  SurveySummary writeSummary(String resultFolder, SummaryReport report) {
    var folder = folder(resultFolder);
    var csv = folder.resolve(SUMMARY_CSV);
    var json = folder.resolve(SUMMARY);
    WholeFile.write(csv, bytes(CSV, report.imageSets().stream().map(SurveyFiles::cells).toList()));
    WholeFile.write(json, bytes(JSON, report));
    return new SurveySummary(
        report.imageSets().size(),
        report.states(),
        report.duration(),
        json.toString(),
        csv.toString());
  }

  private Path folder(String resultFolder) {
    return results.create(results.resolve(resultFolder, "", ""));
  }

  private static byte[] bytes(ObjectWriter writer, Object content) {
    try {
      return writer.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Our own records can always be written", e);
    }
  }

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
