package io.flighthubcamunda.worker.job;

import io.flighthubcamunda.api.FlightHubRefusalException;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.api.RefusalReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops and deletes what FlightHub holds. Each step may be repeated; "already gone" is success.
 * Whoever calls decides which models and resources these are.
 */
public final class RemoteCleanUp {

  private static final Logger LOG = LoggerFactory.getLogger(RemoteCleanUp.class);

  private final OpenModelApi flightHub;

  public RemoteCleanUp(OpenModelApi flightHub) {
    this.flightHub = flightHub;
  }

  /** What became of a model. */
  public enum Settled {
    KEPT,
    DELETED,
    /** It was asked to stop, which takes a while; settle it again later. */
    STOPPING
  }

  /**
   * Stops a model that runs, deletes one that doesn't.
   *
   * @param keepReady whether a model that was made stays
   */
  public Settled settle(String uuid, boolean keepReady) {
    ModelState state;
    try {
      state = ModelObservation.state(flightHub.getModel(uuid));
    } catch (FlightHubRefusalException e) {
      return gone(e, Settled.DELETED);
    }
    if (state == ModelState.QUEUED || state == ModelState.RECONSTRUCTING) {
      // A refusal means that it ended in this moment; the next look sees how.
      attempt(() -> flightHub.stop(uuid));
      return Settled.STOPPING;
    }
    if (keepReady && (state == ModelState.READY || state == ModelState.PACKAGING)) {
      return Settled.KEPT;
    }
    try {
      flightHub.deleteModel(uuid);
    } catch (FlightHubRefusalException e) {
      return inUse(e) ? Settled.STOPPING : gone(e, Settled.DELETED);
    }
    return Settled.DELETED;
  }

  /**
   * @throws NotYet while one of its models is not stopped yet
   */
  public void deleteResource(String resourceUuid) {
    try {
      flightHub.deleteResource(resourceUuid);
    } catch (FlightHubRefusalException e) {
      if (inUse(e)) {
        throw new NotYet(
            "FlightHub still uses resource %s: %s".formatted(resourceUuid, e.getMessage()));
      }
      gone(e, null);
    }
  }

  private static void attempt(Runnable call) {
    try {
      call.run();
    } catch (FlightHubRefusalException e) {
      LOG.debug("Not needed: {}", e.toString());
    }
  }

  private static boolean inUse(FlightHubRefusalException e) {
    return e.reason() == RefusalReason.IN_USE;
  }

  private static Settled gone(FlightHubRefusalException e, Settled then) {
    if (e.reason() == RefusalReason.NOT_FOUND || e.reason() == RefusalReason.RESOURCE_NOT_USABLE) {
      return then;
    }
    throw e;
  }
}
