package io.flighthubcamunda.worker.admission;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.flighthubcamunda.api.FlightHubAnswerLostException;
import io.flighthubcamunda.api.FlightHubException;
import io.flighthubcamunda.api.FlightHubRefusalException;
import io.flighthubcamunda.api.ModelDetails;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.api.StartReconstruction;
import io.flighthubcamunda.api.StartedModels;
import io.flighthubcamunda.schedule.PollSchedule;
import io.flighthubcamunda.schedule.SlotCount;
import io.flighthubcamunda.worker.config.FlightHubProperties;
import io.flighthubcamunda.worker.job.BpmnErrorCode;
import io.flighthubcamunda.worker.job.BusinessError;
import io.flighthubcamunda.worker.job.FailureVariable;
import io.flighthubcamunda.worker.job.Model;
import io.flighthubcamunda.worker.job.OperatorNeeded;
import io.flighthubcamunda.worker.job.ReconstructionRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Starts the reconstruction of one process instance at most once, because each start is billed.
 *
 * <p>{@code resourceUuid} belongs to one instance only, so what runs for it is ours and is adopted.
 * Before FlightHub is asked, the engine is told so by a mark on the task; a worker that finds the
 * mark knows that an answer may have been lost, looks for the models, and asks an operator when the
 * truth can't be learnt.
 */
@Component
class ReconstructionStart {

  private static final Logger LOG = LoggerFactory.getLogger(ReconstructionStart.class);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  private final CamundaClient engine;
  private final OpenModelApi flightHub;
  private final RunningModelsView running;
  private final SlotCount slots;
  private final PollSchedule schedule;
  private final InstantSource clock;
  private final Duration listGrace;

  ReconstructionStart(
      CamundaClient engine,
      OpenModelApi flightHub,
      RunningModelsView running,
      SlotCount slots,
      PollSchedule schedule,
      InstantSource clock,
      FlightHubProperties properties) {
    this.engine = engine;
    this.flightHub = flightHub;
    this.running = running;
    this.slots = slots;
    this.schedule = schedule;
    this.clock = clock;
    this.listGrace = properties.admission().listGrace();
  }

  /**
   * @return the models, or nothing when no slot is free
   * @throws RuntimeException one that {@link io.flighthubcamunda.worker.job.Reactions} knows
   */
  Optional<List<Model>> start(ActivatedJob job) throws InterruptedException {
    var variables = job.getVariablesAsType(StartVariables.class);
    if (variables.resourceUuid() == null) {
      throw new OperatorNeeded("The variable resourceUuid is missing; it names what to start.");
    }
    var request = ReconstructionRequest.of(variables.types(), variables.parameters());
    if (variables.startRequestedAt() != null) {
      return Optional.of(adoptOrAsk(variables.resourceUuid(), request, "An earlier start"));
    }
    var seen = running.look();
    var ours = adopted(seen.orElse(List.of()), variables.resourceUuid());
    if (!ours.isEmpty()) {
      return Optional.of(adoptOrAsk(variables.resourceUuid(), request, "An earlier start"));
    }
    if (seen.isPresent() && slots.free(seen.get()) < slots.needed(request.types().size())) {
      return Optional.empty();
    }
    return ask(job, variables.resourceUuid(), request);
  }

  private Optional<List<Model>> ask(
      ActivatedJob job, String resourceUuid, ReconstructionRequest request)
      throws InterruptedException {
    mark(job, clock.instant().toString());
    try {
      var answer =
          flightHub.start(StartReconstruction.of(resourceUuid, request.parameters())).byType();
      return Optional.of(started(resourceUuid, request, answer));
    } catch (FlightHubAnswerLostException e) {
      LOG.warn("{} Looking whether it took effect.", e.getMessage());
      return Optional.of(adoptOrAsk(resourceUuid, request, "The start"));
    } catch (FlightHubRefusalException e) {
      mark(job, null);
      return refused(e);
    } catch (FlightHubException e) {
      // Unavailable or a wrong set-up: FlightHub did not take the request.
      mark(job, null);
      throw e;
    }
  }

  private List<Model> started(
      String resourceUuid,
      ReconstructionRequest request,
      Map<ReconstructionType, StartedModels.Started> answer)
      throws InterruptedException {
    var uuids = new EnumMap<ReconstructionType, String>(ReconstructionType.class);
    answer.forEach(
        (type, started) -> {
          uuids.put(type, started.uuid());
          running.started(queued(resourceUuid, type, started.uuid()));
        });
    if (!uuids.keySet().containsAll(request.types())) {
      return adoptOrAsk(resourceUuid, request, "The start");
    }
    LOG.info("Reconstruction of resource {} started: {}", resourceUuid, uuids);
    return models(uuids, request);
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

  /** The list may lag, so it is looked at for as long as that; then a person must judge. */
  private List<Model> adoptOrAsk(String resourceUuid, ReconstructionRequest request, String what)
      throws InterruptedException {
    var end = System.nanoTime() + listGrace.toNanos();
    while (true) {
      var seen = running.look();
      var ours = adopted(seen.orElse(List.of()), resourceUuid);
      if (ours.keySet().containsAll(request.types())) {
        LOG.info("Adopted the running reconstruction of resource {}: {}", resourceUuid, ours);
        return models(ours, request);
      }
      var left = end - System.nanoTime();
      if (seen.isEmpty() || left <= 0) {
        throw unknown(resourceUuid, what, seen.isPresent(), ours);
      }
      Thread.sleep(Math.min(left / 1_000_000 + 1, LOOK_AGAIN.toMillis()));
    }
  }

  private static OperatorNeeded unknown(
      String resourceUuid, String what, boolean listed, Map<ReconstructionType, String> ours) {
    return new OperatorNeeded(
        ("%s of resource %s got no answer, and %s. It is not known whether FlightHub started it,"
                + " and a second start would be billed. Look in FlightHub: if nothing was started,"
                + " set the task's variable %s to null and retry; otherwise cancel this instance"
                + " and fetch the model there.")
            .formatted(
                what,
                resourceUuid,
                !listed
                    ? "this FlightHub offers no list of running models"
                    : ours.isEmpty()
                        ? "the list of running models does not show it"
                        : "the list of running models shows only " + ours,
                StartVariables.MARK));
  }

  private static Map<ReconstructionType, String> adopted(
      List<ModelDetails> seen, String resourceUuid) {
    var byType = new EnumMap<ReconstructionType, String>(ReconstructionType.class);
    for (var model : seen) {
      if (resourceUuid.equals(model.resourceUuid())) {
        for (var type : ReconstructionType.values()) {
          if (type.modelType() == model.modelType()) {
            byType.put(type, model.modelUuid());
          }
        }
      }
    }
    return byType;
  }

  private List<Model> models(Map<ReconstructionType, String> uuids, ReconstructionRequest request) {
    var now = clock.instant().toString();
    return request.types().stream()
        .filter(uuids::containsKey)
        .map(type -> Model.started(type, uuids.get(type), now, schedule.first().toString()))
        .toList();
  }

  private void mark(ActivatedJob job, String value) throws InterruptedException {
    var variables =
        new HashMap<String, Object>(Collections.singletonMap(StartVariables.MARK, value));
    EngineCommand.send(
        () ->
            engine
                .newSetVariablesCommand(job.getElementInstanceKey())
                .variables(variables)
                .local(true)
                .send()
                .join());
  }

  private static ModelDetails queued(String resourceUuid, ReconstructionType type, String uuid) {
    return new ModelDetails(resourceUuid, uuid, type.modelType(), 12, 0, 0, 0, 0, 0, "");
  }

  private static BusinessError business(BpmnErrorCode code, FlightHubRefusalException e) {
    return new BusinessError(FailureVariable.of(code, e.getMessage(), e.code()));
  }
}
