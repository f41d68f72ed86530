package io.flighthubcamunda.worker.admission;

import io.flighthubcamunda.api.FlightHubException;
import io.flighthubcamunda.api.FlightHubRefusalException;
import io.flighthubcamunda.api.ModelDetails;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.api.StartReconstruction;
import io.flighthubcamunda.api.StartedModels;
import io.flighthubcamunda.schedule.PollSchedule;
import io.flighthubcamunda.schedule.SlotCount;
import io.flighthubcamunda.worker.job.BpmnErrorCode;
import io.flighthubcamunda.worker.job.BusinessError;
import io.flighthubcamunda.worker.job.FailureVariable;
import io.flighthubcamunda.worker.job.Model;
import io.flighthubcamunda.worker.job.OperatorNeeded;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Starts the reconstruction of one process instance at most once, because each start is billed.
 *
 * <p>{@code resourceUuid} belongs to one instance only, so what runs for it is ours and is adopted,
 * unless an earlier start of the instance has made it. Before FlightHub is asked, the engine is
 * told so by a mark on the task; a worker that finds the mark knows that an answer may have been
 * lost, looks for the models, and asks an operator when the truth can't be learnt.
 */
@Component
class ReconstructionStart {

  private static final Logger LOG = LoggerFactory.getLogger(ReconstructionStart.class);

  private final OpenModelApi flightHub;
  private final RunningModelsView running;
  private final ModelAdoption adoption;
  private final StartMark mark;
  private final SlotCount slots;
  private final PollSchedule schedule;
  private final InstantSource clock;

  ReconstructionStart(
      OpenModelApi flightHub,
      RunningModelsView running,
      ModelAdoption adoption,
      StartMark mark,
      SlotCount slots,
      PollSchedule schedule,
      InstantSource clock) {
    this.flightHub = flightHub;
    this.running = running;
    this.adoption = adoption;
    this.mark = mark;
    this.slots = slots;
    this.schedule = schedule;
    this.clock = clock;
  }

  /**
   * @return the models, or nothing when no slot is free
   * @throws JobLostException when another worker may have the job
   * @throws RuntimeException one that {@link io.flighthubcamunda.worker.job.Reactions} knows
   */
  Optional<List<Model>> start(LeasedJob job) throws InterruptedException {
    var variables = job.job().getVariablesAsType(StartVariables.class);
    if (variables.resourceUuid() == null) {
      throw new OperatorNeeded("The variable resourceUuid is missing; it names what to start.");
    }
    var wanted = WantedModels.of(variables);
    if (variables.startRequestedAt() != null) {
      return Optional.of(
          adoptOrAsk(
              job,
              wanted,
              "A start was requested at %s, and no answer is known."
                  .formatted(variables.startRequestedAt())));
    }
    var seen = running.recentLook();
    if (!wanted.among(seen.orElse(List.of())).isEmpty()) {
      return Optional.of(adoptOrAsk(job, wanted, "An earlier start was found."));
    }
    if (seen.isPresent() && slots.free(seen.get()) < slots.needed(wanted.types().size())) {
      return Optional.empty();
    }
    return ask(job, wanted);
  }

  private Optional<List<Model>> ask(LeasedJob job, WantedModels wanted)
      throws InterruptedException {
    mark.set(job);
    StartedModels answer;
    try {
      answer =
          flightHub.start(
              StartReconstruction.of(wanted.resourceUuid(), wanted.request().parameters()));
    } catch (FlightHubException e) {
      if (e.mayHaveTakenEffect()) {
        LOG.warn("{} Looking whether it took effect.", e.getMessage());
        return Optional.of(adoptOrAsk(job, wanted, e.getMessage()));
      }
      mark.remove(job);
      if (e instanceof FlightHubRefusalException refusal) {
        return refused(refusal);
      }
      throw e;
    }
    return Optional.of(started(job, wanted, answer.byType()));
  }

  private List<Model> adoptOrAsk(LeasedJob job, WantedModels wanted, String doubt)
      throws InterruptedException {
    return models(adoption.adoptOrAsk(job, wanted, doubt), wanted);
  }

  private List<Model> started(
      LeasedJob job, WantedModels wanted, Map<ReconstructionType, StartedModels.Started> answer)
      throws InterruptedException {
    var uuids = new EnumMap<ReconstructionType, String>(ReconstructionType.class);
    answer.forEach(
        (type, started) -> {
          uuids.put(type, started.uuid());
          running.started(queued(wanted.resourceUuid(), type, started.uuid()));
        });
    if (!uuids.keySet().containsAll(wanted.types())) {
      return adoptOrAsk(
          job,
          wanted,
          "FlightHub's answer to the start names %s."
              .formatted(uuids.isEmpty() ? "no models" : "only " + uuids));
    }
    LOG.info("Reconstruction of resource {} started: {}", wanted.resourceUuid(), uuids);
    return models(uuids, wanted);
  }

  private Optional<List<Model>> refused(FlightHubRefusalException e) {
    return switch (e.reason()) {
      case CONCURRENCY_LIMIT -> Optional.empty();
      case QUOTA_USED_UP -> throw business(BpmnErrorCode.QUOTA_USED_UP, e);
      case PARAMETER, IMAGE_SET, RESOURCE_NOT_USABLE, NOT_FOUND ->
          throw business(BpmnErrorCode.RECONSTRUCTION_REFUSED, e);
      default -> throw e;
    };
  }

  private List<Model> models(Map<ReconstructionType, String> uuids, WantedModels wanted) {
    var now = clock.instant().toString();
    return wanted.types().stream()
        .filter(uuids::containsKey)
        .map(type -> Model.started(type, uuids.get(type), now, schedule.first().toString()))
        .toList();
  }

  private static ModelDetails queued(String resourceUuid, ReconstructionType type, String uuid) {
    return new ModelDetails(resourceUuid, uuid, type.modelType(), 12, 0, 0, 0, 0, 0, "");
  }

  private static BusinessError business(BpmnErrorCode code, FlightHubRefusalException e) {
    return new BusinessError(FailureVariable.of(code, e.getMessage(), e.code()));
  }
}
