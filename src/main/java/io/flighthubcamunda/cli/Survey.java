package io.flighthubcamunda.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flighthubcamunda.worker.survey.SummaryReport;
import io.flighthubcamunda.worker.survey.SurveyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * One instance of the process {@code reconstruct-many}, started and followed from a terminal. When
 * the engine can't be asked for its end any more, the summary is awaited that a worker writes.
 */
final class Survey {

  private static final FollowedProcess<SurveyEnd> PROCESS =
      new FollowedProcess<>("reconstruct-many", "surveyUuid", SurveyEnd.VARIABLES, SurveyEnd.class);
  private static final String READY = "ready";

  private final Future<SurveyEnd> end;
  private final String uuid;
  private final Path folder;

  Survey(Future<SurveyEnd> end, String uuid, Path folder) {
    this.end = end;
    this.uuid = uuid;
    this.folder = folder;
  }

  /**
   * @param uuid stands among the variables as {@code surveyUuid}
   * @param folder result folder of the survey, as this machine sees it
   */
  static Survey start(ProcessStart start, Map<String, Object> variables, String uuid, Path folder) {
    return new Survey(start.of(PROCESS, variables), uuid, folder);
  }

  /** How it ended. */
  sealed interface End {

    /**
     * @param summaryFile where a worker wrote it
     */
    record Summarized(SummaryReport report, String summaryFile) implements End {

      /** Whether every model of every image set was made and fetched. */
      boolean ready() {
        return report.imageSets().stream().allMatch(row -> READY.equals(row.state()));
      }
    }

    /** Nothing was started. */
    record Rejected(String message) implements End {}
  }

  /**
   * Shows progress until the instance ends.
   *
   * @throws IllegalStateException with one sentence when its end can't be seen from here any more
   */
  End follow(Supplier<SurveyState> progress, SurveyView view, Duration pause)
      throws InterruptedException, ExecutionException {
    while (true) {
      try {
        return end(end.get(pause.toMillis(), TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        view.show(progress.get());
      } catch (ExecutionException e) {
        if (e.getCause() instanceof FollowingException && Files.isDirectory(folder)) {
          return followFolder(progress, view, pause);
        }
        throw e;
      }
    }
  }

  private static End end(SurveyEnd end) {
    if (end.summary() == null) {
      return new End.Rejected(
          end.failure() == null
              ? "It ended without a summary; see Operate."
              : end.failure().message());
    }
    return new End.Summarized(end.report(), end.summary().jsonFile());
  }

  private End followFolder(Supplier<SurveyState> progress, SurveyView view, Duration pause)
      throws InterruptedException {
    var summary = folder.resolve(SurveyFiles.SUMMARY);
    while (true) {
      var report = summary(summary);
      if (report.isPresent()) {
        return new End.Summarized(report.get(), summary.toString());
      }
      if (!Files.isDirectory(folder)) {
        throw new IllegalStateException(
            "The connection to Camunda was lost. The survey goes on; see Operate. Its summary will lie in %s on the workers."
                .formatted(folder));
      }
      view.show(progress.get());
      Thread.sleep(pause);
    }
  }

  /**
   * Empty until this survey has one; an earlier survey may have left its own in the same folder.
   */
  private Optional<SummaryReport> summary(Path summary) {
    if (!Files.exists(summary)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new JsonMapper().readValue(summary.toFile(), SummaryReport.class))
          .filter(report -> uuid.equals(report.surveyUuid()));
    } catch (IOException e) {
      throw new IllegalStateException(
          "The connection to Camunda was lost, and the summary %s can't be read (%s). See Operate."
              .formatted(summary, e.getMessage()));
    }
  }
}
