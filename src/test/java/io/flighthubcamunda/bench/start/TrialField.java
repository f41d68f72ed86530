package io.flighthubcamunda.bench.start;

import io.camunda.client.CamundaClient;
import io.flighthubcamunda.bench.start.TrialEnd.State;
import io.flighthubcamunda.simulator.Fault;
import io.flighthubcamunda.simulator.Operation;
import io.flighthubcamunda.simulator.SimulatedModel;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import io.flighthubcamunda.worker.job.WorkerListener;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** An engine and a FlightHub on which trials run side by side, and what became of them. */
final class TrialField implements AutoCloseable {

  /** More than ever run at once: the gate's capacity is not what is tried here. */
  static final int SLOTS = 2_000;

  private static final int IMAGES = 10;
  private static final int CANCELLED = 16;

  /** What an answer needs to get from FlightHub to the product. */
  private static final Duration UNDERWAY = Duration.ofMillis(100);

  private final URI address;
  private final Pace pace;
  private final CamundaClient engine;
  private final Simulator simulator;
  private final StartProcess process;
  private final TroubledEngine way = new TroubledEngine();
  private final Map<Long, Trial> trials = new ConcurrentHashMap<>();
  private final Map<Long, Asked> asked = new ConcurrentHashMap<>();

  private record Asked(Instant at, String message) {}

  TrialField(URI address, Pace pace) {
    this.address = address;
    this.pace = pace;
    this.engine =
        CamundaClient.newClientBuilder().grpcAddress(address).preferRestOverGrpc(false).build();
    this.simulator =
        Simulator.start(
            SimulatorSettings.defaults()
                .withConcurrentTasks(SLOTS)
                .withQueueTime(Duration.ZERO)
                .withReconstructionTime(pace.reconstruction()));
    this.process = StartProcess.deploy(engine);
    engine
        .newDeployResourceCommand()
        .addResourceFromClasspath("bpmn/admission-gate.bpmn")
        .send()
        .join();
  }

  Simulator simulator() {
    return simulator;
  }

  /**
   * @param more settings, each as {@code name=value}
   */
  Gates openGates(int count, String... more) {
    IntStream.range(0, count).mapToObj(i -> "turn " + i).forEach(this::anotherTurn);
    return Gates.open(count, address, simulator, pace, way, new Operator(), more);
  }

  /**
   * Workers take turns at starting, and then never meet. What is tried here is what guards a start
   * when they do; so each may have a turn.
   */
  private void anotherTurn(String name) {
    engine
        .newPublishMessageCommand()
        .messageName("admission-gate-wanted")
        .correlationKey(name)
        .send()
        .join();
  }

  /** A bean of each worker, and closed with it if it could be; so it isn't the field itself. */
  private final class Operator implements WorkerListener {
    @Override
    public void operatorNeeded(long processInstanceKey, String message) {
      note(processInstanceKey, message);
    }
  }

  private void note(long processInstanceKey, String message) {
    asked.putIfAbsent(processInstanceKey, new Asked(Instant.now(), message));
  }

  /** Somebody was asked about this resource by a worker in another process. */
  void operatorNeeded(String resourceUuid, String message) {
    trials.forEach(
        (key, trial) -> {
          if (trial.resourceUuid().equals(resourceUuid)) {
            note(key, message);
          }
        });
  }

  /**
   * Starts them in their order.
   *
   * @param inHand how many are not settled at the same time, at most
   */
  void run(List<Trial> some, int inHand, Duration patience, IntConsumer settled) {
    for (int i = 0; i < some.size(); i++) {
      begin(some.get(i));
      int begun = i + 1;
      await(patience, () -> unsettled() < inHand);
      settled.accept(begun);
    }
    await(patience, () -> unsettled() == 0);
  }

  void begin(Trial trial) {
    var uuid = trial.resourceUuid();
    simulator.addResource(uuid, IMAGES);
    simulator.setListLag(uuid, trial.listLag());
    trial.atFlightHub().ifPresent(fault -> simulator.faults().nextStartOf(uuid, fault));
    trial.atTheEngine().ifPresent(fault -> way.next(uuid, fault));
    if (trial.trouble() == Trouble.CUT_AND_LIST_FAILS) {
      simulator
          .faults()
          .next(Operation.LIST_RUNNING, new Fault.HttpStatus(500))
          .next(Operation.LIST_RUNNING, new Fault.DropBeforeEffect());
    }
    trials.put(process.create(trial), trial);
  }

  long unsettled() {
    return trials.keySet().stream().filter(key -> state(key) == State.WAITING).count();
  }

  /** Those that take longer are told as waiting. */
  void await(Duration patience, BooleanSupplier reached) {
    try {
      Awaitility.await()
          .atMost(patience)
          .pollInterval(Duration.ofMillis(20))
          .until(reached::getAsBoolean);
    } catch (ConditionTimeoutException e) {
      return;
    }
  }

  /** What became of all of them, in the order of their numbers. */
  List<TrialEnd> ends() {
    var models =
        simulator.flightHub().models().stream()
            .collect(Collectors.groupingBy(SimulatedModel::resourceUuid));
    var ends = new ArrayList<TrialEnd>();
    trials.forEach(
        (key, trial) ->
            ends.add(end(key, trial, models.getOrDefault(trial.resourceUuid(), List.of()))));
    ends.sort(Comparator.comparingInt(end -> end.trial().number()));
    return ends;
  }

  private TrialEnd end(long key, Trial trial, List<SimulatedModel> models) {
    var billed =
        models.stream()
            .collect(Collectors.groupingBy(SimulatedModel::type, Collectors.counting()))
            .values()
            .stream()
            .mapToInt(Long::intValue)
            .max()
            .orElse(0);
    var running =
        !process.started(key)
            || models.stream()
                    .filter(model -> model.status() != CANCELLED)
                    .map(SimulatedModel::uuid)
                    .collect(Collectors.toSet())
                    .containsAll(process.models(key))
                && process.models(key).size() == trial.types().size();
    var question = asked.get(key);
    return new TrialEnd(
        trial,
        state(key),
        billed,
        running,
        question != null && needless(trial, models, question.at()),
        question == null ? "" : question.message());
  }

  /**
   * The list had shown the models by then, or a worker that was well had never asked FlightHub for
   * them.
   */
  private static boolean needless(Trial trial, List<SimulatedModel> models, Instant askedAt) {
    return models.isEmpty()
        ? trial.trouble() == Trouble.NONE || trial.trouble() == Trouble.ENGINE_LOST
        : models.stream()
            .map(SimulatedModel::startedAt)
            .allMatch(at -> at.plus(trial.listLag()).plus(UNDERWAY).isBefore(askedAt));
  }

  private State state(long key) {
    if (process.started(key)) {
      return State.STARTED;
    }
    if (process.refused(key)) {
      return State.REFUSED;
    }
    return asked.containsKey(key) ? State.ASKED : State.WAITING;
  }

  @Override
  public void close() {
    process.close();
    engine.close();
    simulator.close();
  }
}
