package io.flighthubcamunda.worker.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flighthubcamunda.files.HeldFolder;
import io.flighthubcamunda.result.ResultFolder;
import io.flighthubcamunda.result.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

  private final ResultFolder results;

  SurveyFiles(ResultFolder results) {
    this.results = results;
  }

  /**
   * @throws io.flighthubcamunda.result.ResultException when it cannot be written there
   */
  void writeOutcome(String resultFolder, OutcomeReport outcome) {
    try (var folder = folder(resultFolder)) {
      WholeFile.write(folder, OUTCOME, bytes(outcome));
    } catch (IOException e) {
      // Only of closing the folder, when all is done.
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws io.flighthubcamunda.result.ResultException when it cannot be written there
   */
  SurveySummary writeSummary(String resultFolder, SummaryReport report) {
    try (var folder = folder(resultFolder)) {
      var csv = WholeFile.write(folder, SUMMARY_CSV, SummaryFormat.CSV.bytes(report));
      var json = WholeFile.write(folder, SUMMARY, SummaryFormat.JSON.bytes(report));
      return new SurveySummary(
          report.imageSets().size(),
          report.states(),
          report.duration(),
          json.toString(),
          csv.toString());
    } catch (IOException e) {
      // Only of closing the folder, when all is done.
      throw new UncheckedIOException(e);
    }
  }

  private HeldFolder folder(String resultFolder) {
    return results.hold(results.resolve(resultFolder, "", ""));
  }

  private static byte[] bytes(OutcomeReport outcome) {
    try {
      return JSON.writeValueAsString(outcome).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Our own records can always be written", e);
    }
  }
}
