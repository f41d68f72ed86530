package io.flighthubcamunda.cli;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.flighthubcamunda.worker.job.FailureVariable;
import io.flighthubcamunda.worker.job.ImageSetVariable;
import io.flighthubcamunda.worker.job.Model;
import io.flighthubcamunda.worker.job.ResultWorker.Result;
import java.util.List;

/** The variables of a process instance that ended. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReconstructionEnd(
    String outcome,
    ImageSetVariable imageSet,
    List<Model> models,
    List<Result> results,
    FailureVariable failure) {

  private static final String READY = "ready";

  /** Names of the variables above. */
  static final List<String> VARIABLES =
      List.of("outcome", "imageSet", "models", "results", "failure");

  public ReconstructionEnd {
    models = models == null ? List.of() : models;
    results = results == null ? List.of() : results;
  }

  /** Whether every requested model was made and fetched. */
  public boolean ready() {
    return READY.equals(outcome);
  }
}
