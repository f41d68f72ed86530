package io.flighthubcamunda.worker.job;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.flighthubcamunda.api.FlightHubRefusalException;
import io.flighthubcamunda.api.ModelDetails;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.api.RefusalReason;
import io.flighthubcamunda.schedule.PhaseLimits;
import io.flighthubcamunda.schedule.PollSchedule;
import io.flighthubcamunda.schedule.SlotCount;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The calls about one model that exists. */
@Component
public class ModelWorker {

  private final OpenModelApi flightHub;
  private final ModelObservation observation;
  private final Duration shortestPause;
  private final InstantSource clock;
  private final WorkerListener listener;

  ModelWorker(
      OpenModelApi flightHub, PollSchedule schedule, InstantSource clock, WorkerListener listener) {
    this.flightHub = flightHub;
    this.observation = new ModelObservation(schedule);
    this.shortestPause = schedule.shortest();
    this.clock = clock;
    this.listener = listener;
  }

  /** Writes {@code model} and, while it is not finished, {@code nextCheckIn}. */
  @JobWorker(
      type = "flighthub.open-model.get-model",
      streamEnabled = true,
      timeout = JobTimeouts.FEW_CALLS)
  public SeenModel getModel(
      @Variable(name = "model") Model model,
      @Variable(name = "queueTimeLimit", optional = true) String queueTimeLimit,
      @Variable(name = "reconstructionTimeLimit", optional = true) String reconstructionTimeLimit,
      @Variable(name = "packagingTimeLimit", optional = true) String packagingTimeLimit) {
    var limits = limits(queueTimeLimit, reconstructionTimeLimit, packagingTimeLimit);
    var seen = look(model, limits);
    listener.modelSeen(model, seen, clock.instant());
    if (seen.failure() != null) {
      throw new BusinessError(seen.failure(), Map.of("model", seen));
    }
    return new SeenModel(seen, seen.nextCheckIn());
  }

  private Model look(Model model, PhaseLimits limits) {
    try {
      var seen = flightHub.getModel(model.uuid());
      // Told once, not with each look while it is packaged.
      if (!SlotCount.holdsSlot(seen) && model.state() != ModelState.PACKAGING) {
        listener.slotLeft(model.uuid());
      }
      return observation.observe(model, seen, limits, clock.instant());
    } catch (FlightHubRefusalException e) {
      if (e.reason() == RefusalReason.NOT_FOUND) {
        listener.slotLeft(model.uuid());
        return ModelObservation.vanished(model);
      }
      throw e;
    }
  }

  /** Asks for a stop; a model that ended by itself or is gone is fine. */
  @JobWorker(type = "flighthub.open-model.stop", timeout = JobTimeouts.FEW_CALLS)
  public StopAsked stop(@Variable(name = "modelUuid") String modelUuid) {
    var stopped = true;
    try {
      flightHub.stop(modelUuid);
    } catch (FlightHubRefusalException e) {
      stopped = false;
    }
    return new StopAsked(stopped);
  }

  @JobWorker(type = "flighthub.open-model.list-running", timeout = JobTimeouts.FEW_CALLS)
  public ListedRunningModels listRunning() {
    return new ListedRunningModels(flightHub.listRunning().list());
  }

  /** One that is gone already is fine. */
  @JobWorker(type = "flighthub.open-model.delete-model", timeout = JobTimeouts.FEW_CALLS)
  public DeletedModel deleteModel(@Variable(name = "modelUuid") String modelUuid) {
    try {
      flightHub.deleteModel(modelUuid);
    } catch (FlightHubRefusalException e) {
      if (e.reason() != RefusalReason.NOT_FOUND) {
        throw e;
      }
    }
    return new DeletedModel(true);
  }

  private PhaseLimits limits(String queued, String reconstructing, String packaging) {
    try {
      var limits = DurationVariables.phaseLimits(queued, reconstructing, packaging);
      limits.requireLongerThan(shortestPause);
      return limits;
    } catch (IllegalArgumentException e) {
      throw new OperatorNeeded(e.getMessage() + " Change it and retry.");
    }
  }

  /**
   * What a look at a model writes.
   *
   * @param nextCheckIn ISO-8601 duration; null when the model is finished
   */
  public record SeenModel(Model model, String nextCheckIn) {}

  /**
   * What asking for a stop writes.
   *
   * @param stopped whether FlightHub took it
   */
  public record StopAsked(boolean stopped) {}

  /** What listing running models writes. */
  public record ListedRunningModels(List<ModelDetails> runningModels) {}

  /** What deleting a model writes. */
  public record DeletedModel(boolean modelDeleted) {}
}
