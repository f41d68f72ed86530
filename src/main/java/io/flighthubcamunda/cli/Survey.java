package io.flighthubcamunda.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ProcessInstanceResult;
import io.flighthubcamunda.worker.survey.SummaryReport;
import io.flighthubcamunda.worker.survey.SurveyFiles;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * One instance of the process {@code reconstruct-many}, started and followed from a terminal. The
 * engine tells of the end on the connection of the start. A survey takes days, and a connection may
 * break meanwhile: then the summary is awaited that a worker writes at the end.
 */
final class Survey {

  private static final String PROCESS = "reconstruct-many";
  private static final String READY = "ready";

  /** What gRPC says when a connection or the gateway at its other end is gone. */
  private static final Set<Status.Code> LOST =
      EnumSet.of(
          Status.Code.UNAVAILABLE,
          Status.Code.DEADLINE_EXCEEDED,
          Status.Code.CANCELLED,
          Status.Code.UNKNOWN);

  /** No client tries longer to reach an engine that is not there. */
  private static final Duration TRIED_IN_VAIN = Duration.ofMinutes(2);

  private final Future<ProcessInstanceResult> end;
  private final String uuid;
  private final Path folder;

  Survey(Future<ProcessInstanceResult> end, String uuid, Path folder) {
    this.end = end;
    this.uuid = uuid;
    this.folder = folder;
  }

  /**
   * @param uuid stands among the variables as {@code surveyUuid}
   * @param folder result folder of the survey, as this machine sees it
   */
  static Survey start(
      CamundaClient engine, Map<String, Object> variables, String uuid, Path folder) {
    return new Survey(
        ProcessStart.of(engine, PROCESS, variables, SurveyEnd.VARIABLES), uuid, folder);
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
    var begin = System.nanoTime();
    while (true) {
      try {
        return end(end.get(pause.toMillis(), TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        view.show(progress.get());
      } catch (ExecutionException e) {
        var followed = Duration.ofNanos(System.nanoTime() - begin);
        if (!LOST.contains(Status.fromThrowable(e).getCode())
            || !Files.isDirectory(folder) && followed.compareTo(TRIED_IN_VAIN) < 0) {
          throw e;
        }
        return followFolder(progress, view, pause);
      }
    }
  }

  private static End end(ProcessInstanceResult result) {
    var end = result.getVariablesAsType(SurveyEnd.class);
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
