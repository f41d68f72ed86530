package io.flighthubcamunda.worker.admission;

import io.flighthubcamunda.api.FlightHubRefusalException;
import io.flighthubcamunda.api.ModelDetails;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.api.RefusalReason;
import io.flighthubcamunda.worker.config.FlightHubProperties;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * FlightHub's running list, with the models that this worker started a moment ago and that the list
 * may not show yet. What is remembered here may be lost at any time; it only spares refused starts.
 */
@Component
class RunningModelsView {

  private final OpenModelApi flightHub;
  private final InstantSource clock;
  private final Duration listGrace;
  private final Map<String, Started> startedLately = new ConcurrentHashMap<>();

  RunningModelsView(OpenModelApi flightHub, InstantSource clock, FlightHubProperties properties) {
    this.flightHub = flightHub;
    this.clock = clock;
    this.listGrace = properties.admission().listGrace();
  }

  /** What runs now; empty when this FlightHub doesn't offer the list (fact sheet 2.1). */
  Optional<List<ModelDetails>> look() {
    try {
      var listed = flightHub.listRunning().list();
      return Optional.of(withStartedLately(listed));
    } catch (FlightHubRefusalException e) {
      if (e.reason() == RefusalReason.NOT_OFFERED || e.reason() == RefusalReason.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  void started(ModelDetails model) {
    startedLately.put(model.modelUuid(), new Started(model, clock.instant()));
  }

  private List<ModelDetails> withStartedLately(List<ModelDetails> listed) {
    var tooOld = clock.instant().minus(listGrace);
    startedLately.values().removeIf(started -> started.at().isBefore(tooOld));
    listed.forEach(model -> startedLately.remove(String.valueOf(model.modelUuid())));
    var all = new ArrayList<>(listed);
    startedLately.values().forEach(started -> all.add(started.model()));
    return all;
  }

  private record Started(ModelDetails model, Instant at) {}
}
