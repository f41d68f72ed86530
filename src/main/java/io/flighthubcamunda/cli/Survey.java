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
import java.util.List;
import java.util.Map;
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
  private final Path folder;

  private Survey(Future<ProcessInstanceResult> end, Path folder) {
    this.end = end;
    this.folder = folder;
  }

  /**
   * @param folder result folder of the survey, as this machine sees it
   */
  static Survey start(CamundaClient engine, Map<String, Object> variables, Path folder) {
    return new Survey(ProcessStart.of(engine, PROCESS, variables, SurveyEnd.VARIABLES), folder);
  }

  /** How it ended. */
  sealed interface End {

    /** All rows, and the sentence about the whole. */
    record Summarized(List<SummaryReport.Row> rows, String summaryFile, boolean ready)
        implements End {}

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
    return new End.Summarized(end.rows(), end.summary().jsonFile(), end.ready());
  }

  private End followFolder(Supplier<SurveyState> progress, SurveyView view, Duration pause)
      throws InterruptedException {
    var summary = folder.resolve(SurveyFiles.SUMMARY);
    while (!Files.exists(summary)) {
      if (!Files.isDirectory(folder)) {
        throw new IllegalStateException(
            "The connection to Camunda was lost. The survey goes on; see Operate. Its summary will lie in %s on the workers."
                .formatted(folder));
      }
      view.show(progress.get());
      Thread.sleep(pause);
    }
    try {
      var report = new JsonMapper().readValue(summary.toFile(), SummaryReport.class);
      var ready = report.imageSets().stream().allMatch(row -> "ready".equals(row.state()));
      return new End.Summarized(report.imageSets(), summary.toString(), ready);
    } catch (IOException e) {
      throw new IllegalStateException(
          "The survey has ended, but its summary %s can't be read (%s)."
              .formatted(summary, e.getMessage()));
    }
  }
}
