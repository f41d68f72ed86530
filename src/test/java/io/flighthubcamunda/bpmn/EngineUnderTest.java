package io.flighthubcamunda.bpmn;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.filters.RecordStream;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.flighthubcamunda.local.PeopleAtEngine;
import io.flighthubcamunda.local.TestEngines;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/**
 * An in-memory engine with a clock that a test can move, a client for it, and questions about what
 * happened. It starts empty and forgets everything when it is closed or renewed, but for what was
 * deployed.
 *
 * <p>Answers about the past come from the engine's record stream, which is read when the engine has
 * nothing left to do; timers that are due and jobs that nobody works on do not count as work.
 */
public final class EngineUnderTest implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LONGER_THAN_A_MESSAGE_LIVES = Duration.ofDays(1);

  private final ZeebeTestEngine engine;
  private final CamundaClient client;
  private final PeopleAtEngine people;

  /** How many records others wrote before this test. */
  private int before;

  /** How far the engine's clock was moved. */
  private Duration ahead = Duration.ZERO;

  /** How many records there were when the engine was last seen idle. */
  private int idleAt = -1;

  private EngineUnderTest(ZeebeTestEngine engine) {
    this.engine = engine;
    this.people = new PeopleAtEngine(engine);
    this.client =
        CamundaClient.newClientBuilder()
            .grpcAddress(URI.create("http://" + engine.getGatewayAddress()))
            .preferRestOverGrpc(false)
            .defaultRequestTimeout(PATIENCE)
            .build();
  }

  /** What became of a process instance. */
  public enum State {
    UNKNOWN,
    RUNNING,
    COMPLETED,
    TERMINATED
  }

  /** Starts an engine on a free port of this machine. */
  public static EngineUnderTest start() {
    ZeebeTestEngine engine = TestEngines.create();
    engine.start();
    return new EngineUnderTest(engine);
  }

  /** Deploys the product's own diagrams, decisions and forms in one go. */
  public EngineUnderTest deployDiagrams() {
    ModelFiles.deploy(client);
    return this;
  }

  /** Deploys files from {@code bpmn/examples}, in one go. */
  public EngineUnderTest deployExamples(String... names) {
    var paths = Stream.of(names).map(name -> "bpmn/examples/" + name).toList();
    var command = client.newDeployResourceCommand().addResourceFile(paths.getFirst());
    paths.stream().skip(1).forEach(command::addResourceFile);
    command.send().join();
    return this;
  }

  /** For the next test: no instance lives, no message waits, and no question is about the past. */
  EngineUnderTest renew() {
    waitForIdle();
    for (long key : living()) {
      client.newCancelInstanceCommand(key).send().join();
    }
    increaseTime(LONGER_THAN_A_MESSAGE_LIVES);
    waitForIdle();
    before = recordCount();
    return this;
  }

  private List<Long> living() {
    return processes(record -> record.getValue().getParentProcessInstanceKey() < 0)
        .map(Record::getKey)
        .distinct()
        .filter(key -> stateNow(key) == State.RUNNING)
        .toList();
  }

  /** A client by gRPC; closed together with the engine. */
  public CamundaClient client() {
    return client;
  }

  /** Those who answer user tasks. */
  public PeopleAtEngine people() {
    return people;
  }

  /** Where further clients find the engine: an address for gRPC without TLS. */
  public URI grpcAddress() {
    return URI.create("http://" + engine.getGatewayAddress());
  }

  /** Starts the newest version of a process; returns the key of the instance. */
  public long startInstance(String processId, Map<String, Object> variables) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId(processId)
        .latestVersion()
        .variables(variables)
        .send()
        .join()
        .getProcessInstanceKey();
  }

  /** Moves the engine's clock forward; timers that become due by it fire soon after. */
  public void increaseTime(Duration duration) {
    waitForIdle();
    // The engine calls itself idle between two steps now and then; a timer that is set only after
    // the clock was moved would never fire.
    var seen = new AtomicInteger(-1);
    Awaitility.await()
        .pollInterval(Duration.ofMillis(50))
        .atMost(PATIENCE)
        .until(() -> seen.getAndSet(recordCount()) == seen.get());
    engine.increaseTime(duration);
    ahead = ahead.plus(duration);
    idleAt = -1;
  }

  /** The engine's time. */
  public Instant now() {
    return Instant.now().plus(ahead);
  }

  private int recordCount() {
    return allRecords().size();
  }

  private List<Record<?>> allRecords() {
    return (List<Record<?>>) engine.getRecordStreamSource().getRecords();
  }

  /** Waits until the engine has nothing left to do. */
  public void waitForIdle() {
    // Nothing happens without a record; and the engine takes a tenth of a second to call itself
    // idle.
    if (recordCount() == idleAt) {
      return;
    }
    try {
      do {
        idleAt = recordCount();
        engine.waitForIdleState(PATIENCE);
      } while (recordCount() != idleAt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the engine was busy", e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("The engine was still busy after " + PATIENCE, e);
    }
  }

  /** The variables in the outermost scope of an instance, as they are now or were last. */
  public Map<String, Object> variables(long processInstanceKey) {
    waitForIdle();
    Map<String, Object> variables = new TreeMap<>();
    stream(records().variableRecords())
        .map(Record::getValue)
        .filter(variable -> variable.getScopeKey() == processInstanceKey)
        .forEach(variable -> variables.put(variable.getName(), fromJson(variable.getValue())));
    return variables;
  }

  /** The state of a process instance. */
  public State state(long processInstanceKey) {
    waitForIdle();
    return stateNow(processInstanceKey);
  }

  private State stateNow(long processInstanceKey) {
    return stream(records().processInstanceRecords())
        .filter(record -> record.getKey() == processInstanceKey)
        .map(EngineUnderTest::stateAfter)
        .reduce(State.UNKNOWN, (before, after) -> after == State.UNKNOWN ? before : after);
  }

  /** The ids of the elements of an instance that were completed, in this order. */
  public List<String> passedElements(long processInstanceKey) {
    return elements(processInstanceKey, ProcessInstanceIntent.ELEMENT_COMPLETED);
  }

  /** The ids of the elements of an instance that were ended before they were done. */
  public List<String> terminatedElements(long processInstanceKey) {
    return elements(processInstanceKey, ProcessInstanceIntent.ELEMENT_TERMINATED);
  }

  /** The keys of the instances that an instance called, oldest first. */
  public List<Long> calledInstances(long processInstanceKey) {
    waitForIdle();
    return processes(
            record -> record.getValue().getParentProcessInstanceKey() == processInstanceKey)
        .map(Record::getKey)
        .distinct()
        .toList();
  }

  /** The keys of the instances of a process, oldest first. */
  public List<Long> instances(String processId) {
    waitForIdle();
    return processes(record -> record.getValue().getBpmnProcessId().equals(processId))
        .map(Record::getKey)
        .distinct()
        .toList();
  }

  /**
   * Leaves an element without completing it, and goes on at another one. Stands for a person at a
   * user task: this engine has no interface by which one could complete it.
   */
  public void goOn(long processInstanceKey, String from, String to, Map<String, Object> variables) {
    waitForIdle();
    var left =
        stream(records().processInstanceRecords())
            .filter(record -> record.getValue().getProcessInstanceKey() == processInstanceKey)
            .filter(record -> record.getValue().getElementId().equals(from))
            .filter(record -> record.getIntent() == ProcessInstanceIntent.ELEMENT_ACTIVATED)
            .findFirst()
            .orElseThrow(() -> new AssertionError("Nothing waits at " + from));
    client
        .newModifyProcessInstanceCommand(processInstanceKey)
        .terminateElement(left.getKey())
        .and()
        .activateElement(to)
        .withVariables(variables)
        .send()
        .join();
  }

  /** The messages of all incidents that ever were, resolved or not. */
  public List<String> incidents() {
    waitForIdle();
    return stream(records().incidentRecords())
        .filter(record -> record.getIntent() == IncidentIntent.CREATED)
        .map(
            record -> record.getValue().getElementId() + ": " + record.getValue().getErrorMessage())
        .toList();
  }

  @Override
  public void close() {
    client.close();
    engine.stop();
  }

  private List<String> elements(long processInstanceKey, ProcessInstanceIntent intent) {
    waitForIdle();
    return stream(records().processInstanceRecords())
        .filter(record -> record.getValue().getProcessInstanceKey() == processInstanceKey)
        .filter(record -> record.getIntent() == intent)
        .filter(record -> isDrawn(record.getValue().getBpmnElementType()))
        .map(record -> record.getValue().getElementId())
        .toList();
  }

  private Stream<Record<ProcessInstanceRecordValue>> processes(
      Predicate<Record<ProcessInstanceRecordValue>> condition) {
    return stream(records().processInstanceRecords())
        .filter(record -> record.getValue().getBpmnElementType() == BpmnElementType.PROCESS)
        .filter(condition);
  }

  private static boolean isDrawn(BpmnElementType type) {
    return type != BpmnElementType.PROCESS && type != BpmnElementType.MULTI_INSTANCE_BODY;
  }

  private static State stateAfter(Record<ProcessInstanceRecordValue> record) {
    if (record.getIntent() instanceof ProcessInstanceIntent intent) {
      return switch (intent) {
        case ELEMENT_ACTIVATED -> State.RUNNING;
        case ELEMENT_COMPLETED -> State.COMPLETED;
        case ELEMENT_TERMINATED -> State.TERMINATED;
        default -> State.UNKNOWN;
      };
    }
    return State.UNKNOWN;
  }

  private Object fromJson(String json) {
    return client.getConfiguration().getJsonMapper().fromJson(json, Object.class);
  }

  private RecordStream records() {
    var all = allRecords();
    // A copy, since each question may find new ones.
    var ours = List.copyOf(all.subList(before, all.size()));
    return RecordStream.of(() -> ours);
  }

  private static <T> Stream<T> stream(Iterable<T> items) {
    return StreamSupport.stream(items.spliterator(), false);
  }
}
