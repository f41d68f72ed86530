package io.flighthubcamunda.cli;

import io.camunda.client.CamundaClient;
import io.flighthubcamunda.worker.instance.InstanceSearch;
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

  static final FollowedProcess<ReconstructionEnd> PROCESS =
      new FollowedProcess<>(
          "reconstruct-images",
          "resourceUuid",
          ReconstructionEnd.VARIABLES,
          ReconstructionEnd.class);

  private final Future<ReconstructionEnd> end;

  private Reconstruction(Future<ReconstructionEnd> end) {
    this.end = end;
  }

  /**
   * @param search where the end is looked for should the connection to the engine break
   * @param variables those of the process; {@code resourceUuid} among them, so that the caller can
   *     look at FlightHub and cancel
   */
  public static Reconstruction start(
      CamundaClient engine, InstanceSearch search, Map<String, Object> variables) {
    return new Reconstruction(new ProcessStart(engine, search).of(PROCESS, variables));
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
        return Optional.of(end.get(pause.toMillis(), TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        view.show(progress.get());
        if (giveUp.getAsBoolean()) {
          return Optional.empty();
        }
      }
    }
  }
}
