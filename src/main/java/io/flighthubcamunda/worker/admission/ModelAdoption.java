package io.flighthubcamunda.worker.admission;

import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.worker.config.FlightHubProperties;
import io.flighthubcamunda.worker.job.OperatorNeeded;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds the models of a start whose answer was lost. What the running list shows is adopted. What
 * it does not show proves nothing: a model may have ended, and whether the list has queued ones is
 * not known (fact sheet 2.9 and 2.13). So then a person must look.
 */
@Component
class ModelAdoption {

  private static final Logger LOG = LoggerFactory.getLogger(ModelAdoption.class);

  private static final int LOOKS = 6;

  private final RunningModelsView running;
  private final Duration listGrace;
  private final LeaseExtension extension;

  ModelAdoption(
      RunningModelsView running, LeaseExtension extension, FlightHubProperties properties) {
    this.running = running;
    this.listGrace = properties.admission().listGrace();
    this.extension = extension;
  }

  /**
   * The list may lag, so it is looked at for as long as that; then a person must judge.
   *
   * @param doubt a sentence that says why it is not known whether models were started
   * @return a model of each type of the request
   * @throws OperatorNeeded when the list does not show them in time, or is not offered
   */
  Map<ReconstructionType, String> adoptOrAsk(LeasedJob job, WantedModels wanted, String doubt)
      throws InterruptedException {
    var end = System.nanoTime() + listGrace.toNanos();
    while (true) {
      var seen = running.look();
      var ours = wanted.among(seen.orElse(List.of()));
      if (ours.keySet().containsAll(wanted.types())) {
        LOG.info(
            "Adopted the running reconstruction of resource {}: {}", wanted.resourceUuid(), ours);
        return ours;
      }
      var left = end - System.nanoTime();
      if (seen.isEmpty() || left <= 0) {
        throw unknown(wanted.resourceUuid(), doubt, seen.isPresent(), ours);
      }
      extension.extend(job);
      // At least once after the grace, so that a model which shows just in time is seen.
      Thread.sleep(Duration.ofNanos(Math.min(left + 1_000_000, listGrace.toNanos() / LOOKS)));
    }
  }

  private static OperatorNeeded unknown(
      String resourceUuid, String doubt, boolean listed, Map<ReconstructionType, String> ours) {
    return new OperatorNeeded(
        ("%s It is not known whether FlightHub started it for resource %s: %s. A second start would"
                + " be billed, so look in FlightHub. If nothing was started, set the task's"
                + " variable %s to null and retry. If it runs, just retry: it is adopted when the"
                + " list shows it. Where the list never does, set keepResourceAfterFailure to true,"
                + " so that it is left alone later as well, cancel this instance in Operate, and"
                + " fetch the model in FlightHub.")
            .formatted(
                doubt,
                resourceUuid,
                !listed
                    ? "this FlightHub offers no list of running models"
                    : ours.isEmpty()
                        ? "the list of running models does not show it"
                        : "the list of running models shows only " + ours,
                StartVariables.MARK));
  }
}
