package io.flighthubcamunda.worker.reconcile;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.flighthubcamunda.worker.config.FlightHubProperties;
import org.springframework.stereotype.Component;

/** Holds what FlightHub has against the instances of this engine, one look per job. */
@Component
public class ReconcileWorker {

  private final Reconciler reconciler;
  private final FlightHubProperties.Reconcile settings;

  ReconcileWorker(Reconciler reconciler, FlightHubProperties properties) {
    this.reconciler = reconciler;
    this.settings = properties.reconcile();
  }

  /**
   * Writes {@code reconciliation}. The first look only finds, each further one settles.
   *
   * @param apply whether leftovers are to be stopped and deleted; what the settings say when
   *     nothing is given, as in an instance that the timer started
   * @param before what the last look of this instance wrote; null for the first
   */
  @JobWorker(
      type = "flighthub.reconstruction.reconcile",
      maxJobsActive = 1,
      timeout = 600_000,
      fetchVariables = {"apply", "reconciliation"})
  public Reconciled reconcile(
      @Variable(name = "apply", optional = true) Boolean apply,
      @Variable(name = "reconciliation", optional = true) Reconciliation before) {
    if (before != null && before.unfinished()) {
      return new Reconciled(reconciler.settle(before));
    }
    if (apply == null && settings.daily() == FlightHubProperties.Daily.OFF) {
      return new Reconciled(
          Reconciliation.nothing("Nothing was looked at: flighthub.reconcile.daily is off."));
    }
    return new Reconciled(
        reconciler.look(
            apply == null ? settings.daily() == FlightHubProperties.Daily.APPLY : apply));
  }

  /** What the job writes. */
  public record Reconciled(Reconciliation reconciliation) {}
}
