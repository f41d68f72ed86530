package io.flighthubcamunda.worker.admission;

import io.flighthubcamunda.api.FlightHubRefusalException;
import io.flighthubcamunda.api.ModelDetails;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.api.RefusalReason;
import io.flighthubcamunda.worker.config.FlightHubProperties;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * FlightHub's running list, corrected by what this worker saw a moment ago and the list may not
 * show yet: models that it started, and models that left their slots. What is remembered here may
 * be lost at any time; it only spares refused starts and time.
 */
@Component
class RunningModelsView {

  /** So long a look serves several starts; the list itself may lag by more. */
  private static final Duration RECENT = Duration.ofMillis(500);

  private final OpenModelApi flightHub;
  private final InstantSource clock;
  private final Duration listGrace;
  private final Map<String, Started> startedLately = new ConcurrentHashMap<>();
  private final Map<String, Instant> endedLately = new ConcurrentHashMap<>();
  private final Map<String, ModelDetails> known = new ConcurrentHashMap<>();
  private volatile Optional<List<ModelDetails>> listed = Optional.empty();
  private volatile Optional<Instant> lookedAt = Optional.empty();

  /** Before FlightHub was asked: what happened later may be missing in its answer. */
  private volatile Instant askedAt = Instant.MAX;

  RunningModelsView(OpenModelApi flightHub, InstantSource clock, FlightHubProperties properties) {
    this.flightHub = flightHub;
    this.clock = clock;
    this.listGrace = properties.admission().listGrace();
  }

  /** What runs now; empty when this FlightHub doesn't offer the list (fact sheet 2.1). */
  Optional<List<ModelDetails>> look() {
    var asked = clock.instant();
    try {
      listed = Optional.of(flightHub.listRunning().list());
      askedAt = asked;
      var now = lastSeen();
      remember(now.orElseThrow());
      return now;
    } catch (FlightHubRefusalException e) {
      if (e.reason() == RefusalReason.NOT_OFFERED || e.reason() == RefusalReason.NOT_FOUND) {
        listed = Optional.empty();
        return listed;
      }
      throw e;
    }
  }

  /** The same, without asking again when that was done a moment ago. */
  Optional<List<ModelDetails>> recentLook() {
    return lookedAt.map(this::recent).orElse(false) ? lastSeen() : look();
  }

  private boolean recent(Instant time) {
    var age = Duration.between(time, clock.instant());
    return !age.isNegative() && age.compareTo(RECENT) < 0;
  }

  /** What the last look brought, with what happened here since; FlightHub is not asked. */
  Optional<List<ModelDetails>> lastSeen() {
    return listed.map(this::corrected);
  }

  /**
   * The same without an end to what is remembered: right as long as only this worker starts models
   * and sees their ends, and otherwise as old as the last look. For people, not for the gate.
   */
  List<ModelDetails> known() {
    return List.copyOf(known.values());
  }

  /** Time of the last look that brought a list. */
  Optional<Instant> lookedAt() {
    return lookedAt;
  }

  void started(ModelDetails model) {
    startedLately.put(model.modelUuid(), new Started(model, clock.instant()));
    known.put(model.modelUuid(), model);
  }

  /** A model doesn't hold its slot any more. */
  void ended(String modelUuid) {
    endedLately.put(modelUuid, clock.instant());
    startedLately.remove(modelUuid);
    known.remove(modelUuid);
  }

  private void remember(List<ModelDetails> running) {
    var byUuid = new HashMap<String, ModelDetails>();
    running.forEach(model -> byUuid.put(String.valueOf(model.modelUuid()), model));
    known.keySet().retainAll(byUuid.keySet());
    known.putAll(byUuid);
    lookedAt = Optional.of(clock.instant());
  }

  /** How long the list may need until it shows whoever looks what was started here. */
  Duration lag() {
    forgetOld();
    return startedLately.isEmpty() ? Duration.ZERO : listGrace;
  }

  private void forgetOld() {
    var inGrace = clock.instant().minus(listGrace);
    // A list that serves for a moment knows nothing of that moment, however short the grace is.
    var tooOld = inGrace.isBefore(askedAt) ? inGrace : askedAt;
    startedLately.values().removeIf(started -> started.at().isBefore(tooOld));
    endedLately.values().removeIf(at -> at.isBefore(tooOld));
  }

  private List<ModelDetails> corrected(List<ModelDetails> shown) {
    forgetOld();
    shown.forEach(model -> startedLately.remove(String.valueOf(model.modelUuid())));
    return Stream.concat(
            shown.stream()
                .filter(model -> !endedLately.containsKey(String.valueOf(model.modelUuid()))),
            startedLately.values().stream().map(Started::model))
        .toList();
  }

  private record Started(ModelDetails model, Instant at) {}
}
