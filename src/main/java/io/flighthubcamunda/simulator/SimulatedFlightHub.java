package io.flighthubcamunda.simulator;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The state of the simulated FlightHub, for assertions. Every answer is as of now. */
public final class SimulatedFlightHub {

  private final State state;
  private final CallCounter counter;
  private final UploadCounter uploads;
  private final SimulatorSettings settings;
  private final InstantSource clock;

  SimulatedFlightHub(
      State state, CallCounter counter, UploadCounter uploads, SimulatorSettings settings) {
    this.state = state;
    this.counter = counter;
    this.uploads = uploads;
    this.settings = settings;
    this.clock = settings.clock();
  }

  /** Every model that was ever started, deleted ones too, in the order of their start. */
  public List<SimulatedModel> models() {
    return state.locked(
        () -> state.models().stream().map(m -> SimulatedModel.of(m, clock.instant())).toList());
  }

  /** Every resource that was ever registered, deleted ones too, in the order of registration. */
  public List<SimulatedResource> resources() {
    return state.locked(
        () ->
            state.resources().stream()
                .map(r -> SimulatedResource.of(r, clock.instant(), settings.timing()))
                .toList());
  }

  /** How many models were started, whatever became of them. */
  public int startedReconstructions() {
    return state.locked(() -> state.models().size());
  }

  /** Images taken from the quota; failed and stopped models have given theirs back. */
  public long quotaUsed() {
    return state.locked(() -> state.quotaUsed(clock.instant()));
  }

  /** Tasks that are queued or executing now. */
  public int running() {
    return state.locked(
        () -> state.running(clock.instant(), settings.limits().typesCountSeparately()));
  }

  /** The most tasks that were ever queued or executing at once. */
  public int peakRunning() {
    return state.locked(state::peakRunning);
  }

  /** Uploads of an object or of a part that the store took, repeated ones included. */
  public long uploads() {
    return uploads.all();
  }

  /** The same for each file name, which is the last part of an object's key. */
  public Map<String, Integer> uploadsByFileName() {
    return uploads.byFileName();
  }

  /** How often an operation was called, refused and faulty calls included. */
  public int calls(Operation operation) {
    return counter.counted().getOrDefault(operation, 0);
  }

  /** The same for every operation that was called at all. */
  public Map<Operation, Integer> calls() {
    return counter.counted();
  }
}
