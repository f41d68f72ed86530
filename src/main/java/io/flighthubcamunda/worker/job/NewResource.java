package io.flighthubcamunda.worker.job;

import io.flighthubcamunda.api.FlightHubRefusalException;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.worker.instance.ResourceUuids;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds the UUID of a resource that nobody named, such that its instance can be told from it. */
@Component
class NewResource {

  private static final Logger LOG = LoggerFactory.getLogger(NewResource.class);

  private final ResourceUuids uuids;
  private final OpenModelApi flightHub;

  NewResource(ResourceUuids uuids, OpenModelApi flightHub) {
    this.uuids = uuids;
    this.flightHub = flightHub;
  }

  /**
   * Only our own process surely checks one image set per instance, and surely has cleaned up when
   * it ends. What the resource of another process means once its instance is gone, nobody could
   * say.
   */
  String uuidFor(String processId, long processInstanceKey) {
    if (!ResourceUuids.PROCESS.equals(processId)) {
      return random();
    }
    var uuid = uuids.ofInstance(processInstanceKey);
    if (known(uuid)) {
      LOG.warn(
          "FlightHub had resource {} of instance {} before the instance began: this Camunda was set"
              + " up anew and counts its keys once more. A random UUID is taken instead. Give the"
              + " setting flighthub.installation a new name.",
          uuid,
          processInstanceKey);
      return random();
    }
    return uuid;
  }

  /** The photographs of two instances in one resource would make one wrong model. */
  private boolean known(String resourceUuid) {
    try {
      flightHub.getResource(resourceUuid);
      return true;
    } catch (FlightHubRefusalException e) {
      // Which number stands for "unknown" is not sure (fact sheet 2.5).
      LOG.debug("Resource {} is new: {}", resourceUuid, e.toString());
      return false;
    }
  }

  private static String random() {
    return UUID.randomUUID().toString();
  }
}
