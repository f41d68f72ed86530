package io.flighthubcamunda.worker.reconcile;

import io.flighthubcamunda.api.FlightHubAnswerLostException;
import io.flighthubcamunda.api.FlightHubRefusalException;
import io.flighthubcamunda.api.FlightHubUnavailableException;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.worker.instance.InstanceSearch;
import io.flighthubcamunda.worker.instance.LivingInstances;
import io.flighthubcamunda.worker.instance.ResourceUuids;
import io.flighthubcamunda.worker.job.NotYet;
import io.flighthubcamunda.worker.job.RemoteCleanUp;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds and settles what instances left behind that were cancelled from outside, which gives a
 * process no chance to clean up. Finding and settling are looks of their own, so that whoever calls
 * can note down what was found before anything is touched.
 */
public final class Reconciler {

  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

  private final OpenModelApi flightHub;
  private final InstanceSearch search;
  private final ResourceUuids uuids;
  private final RemoteCleanUp remote;
  private final InstanceJudge judge;

  /**
   * @param installationNamed whether the UUIDs can only be those of this Camunda
   */
  public Reconciler(
      OpenModelApi flightHub,
      LivingInstances engine,
      InstanceSearch search,
      ResourceUuids uuids,
      RemoteCleanUp remote,
      boolean installationNamed) {
    this.flightHub = flightHub;
    this.search = search;
    this.uuids = uuids;
    this.remote = remote;
    this.judge = new InstanceJudge(engine, search, uuids, installationNamed);
  }

  /** The first look; touches nothing. */
  public Reconciliation look(boolean apply) {
    var found = new LeftoverSearch(flightHub, search, uuids, judge).look(apply);
    found.leftovers().forEach(leftover -> log(leftover, "has no instance any more"));
    found
        .notJudged()
        .forEach(
            unclear ->
                LOG.info(
                    "Resource {} with running models {} is left alone: {}",
                    unclear.resourceUuid(),
                    unclear.models(),
                    unclear.why()));
    return found;
  }

  /** Each further look, for as long as the one before says that it is unfinished. */
  public Reconciliation settle(Reconciliation before) {
    return before.after(
        before.leftovers().stream()
            .map(leftover -> leftover.unsettled() ? settle(leftover) : leftover)
            .toList());
  }

  private Leftover settle(Leftover leftover) {
    // Once more, because this may be much later, and a living instance is never touched.
    if (judge.lives(leftover.processInstanceKey())) {
      return leftover.now(Leftover.State.REFUSED, "Its instance lives.");
    }
    try {
      var stopping = false;
      for (var model : leftover.models()) {
        var became = remote.settle(model, leftover.keepModels());
        stopping |= became == RemoteCleanUp.Settled.STOPPING;
        log(leftover, "model %s: %s".formatted(model, became.name().toLowerCase(Locale.ROOT)));
      }
      if (stopping) {
        return leftover.now(Leftover.State.STOPPING, null);
      }
      if (!leftover.keepResource()) {
        remote.deleteResource(leftover.resourceUuid());
        log(leftover, "deleted");
      }
      return leftover.now(Leftover.State.SETTLED, null);
    } catch (NotYet | FlightHubUnavailableException | FlightHubAnswerLostException e) {
      log(leftover, e.getMessage());
      return leftover.now(Leftover.State.STOPPING, e.getMessage());
    } catch (FlightHubRefusalException e) {
      log(leftover, e.getMessage());
      return leftover.now(Leftover.State.REFUSED, e.getMessage());
    }
  }

  private static void log(Leftover leftover, String what) {
    LOG.info(
        "Leftover resource {} of instance {}: {}",
        leftover.resourceUuid(),
        leftover.processInstanceKey(),
        what);
  }
}
