package io.flighthubcamunda.cli;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ProcessInstanceResult;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One instance of the process {@code reconstruct-images}, started and followed from a terminal. */
public final class Reconstruction {

  private static final String PROCESS = "reconstruct-images";

  private final Future<ProcessInstanceResult> end;

  private Reconstruction(Future<ProcessInstanceResult> end) {
    this.end = end;
  }

  /**
   * @param variables those of the process; {@code resourceUuid} among them, so that the caller can
   *     look at FlightHub and cancel
   */
  public static Reconstruction start(CamundaClient engine, Map<String, Object> variables) {
    return new Reconstruction(
        ProcessStart.of(engine, PROCESS, variables, ReconstructionEnd.VARIABLES));
  }

  /**
   * Shows progress until the instance ends.
   *
   * @param progress asked after each pause
   * @param giveUp asked after each pause; true ends the following, not the instance
   * @return empty when {@code giveUp} said so
   */
  public Optional<ReconstructionEnd> follow(
      Supplier<ReconstructionProgress> progress,
      ProgressView view,
      Duration pause,
      BooleanSupplier giveUp)
      throws InterruptedException, ExecutionException {
    while (true) {
      try {
        var ended = end.get(pause.toMillis(), TimeUnit.MILLISECONDS);
        return Optional.of(ended.getVariablesAsType(ReconstructionEnd.class));
      } catch (TimeoutException e) {
        view.show(progress.get());
        if (giveUp.getAsBoolean()) {
          return Optional.empty();
        }
      }
    }
  }
}
