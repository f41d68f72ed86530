package io.flighthubcamunda.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Faults that wait for the next matching request. Each one strikes once, in the order given; a
 * request that none waits for may meet one at random, see {@link Chaos}.
 */
public final class Faults {

  private static final StoreFault SPARED = new StoreFault.Delay(Duration.ZERO);

  private final Map<Operation, Deque<Fault>> calls = new EnumMap<>(Operation.class);
  private final Map<ResourceCall, Deque<Fault>> resourceCalls = new HashMap<>();
  private final Deque<StoreFault> puts = new ArrayDeque<>();
  private final Deque<StoreFault> gets = new ArrayDeque<>();
  private final Map<String, Deque<StoreFault>> filePuts = new HashMap<>();
  private final List<StruckFault> struck = new ArrayList<>();
  private ChaosDraw chaos;

  Faults(Chaos chaos) {
    this.chaos = new ChaosDraw(chaos);
  }

  private record ResourceCall(Operation operation, String resourceUuid) {}

  /** The next call of this operation that passes the header checks meets this fault. */
  public synchronized Faults next(Operation operation, Fault fault) {
    calls.computeIfAbsent(operation, unused -> new ArrayDeque<>()).add(fault);
    return this;
  }

  /**
   * The next start of this resource meets this fault, whatever else is started meanwhile; faults of
   * {@link #next} strike those starts that have none of their own.
   */
  public Faults nextStartOf(String resourceUuid, Fault fault) {
    return nextOf(resourceUuid, Operation.START, 1, fault);
  }

  /**
   * The next calls of this operation about this resource, or about a model of it, meet this fault,
   * whatever else is called meanwhile; faults of {@link #next} strike those calls that have none of
   * their own.
   *
   * @param operation one whose calls name a resource or a model
   * @param count how many calls
   */
  public synchronized Faults nextOf(
      String resourceUuid, Operation operation, int count, Fault fault) {
    resourceCalls
        .computeIfAbsent(new ResourceCall(operation, resourceUuid), unused -> new ArrayDeque<>())
        .addAll(Collections.nCopies(count, fault));
    return this;
  }

  /**
   * The next uploads of an object or of a part fail.
   *
   * @param count how many
   * @param status 403 (access denied), 500 (internal error) or 503 (slow down)
   */
  public Faults nextPuts(int count, int status) {
    return nextPuts(count, new StoreFault.HttpStatus(status));
  }

  /** The next uploads of an object or of a part meet this fault. */
  public synchronized Faults nextPuts(int count, StoreFault fault) {
    puts.addAll(Collections.nCopies(count, fault));
    return this;
  }

  /**
   * The next uploads of an object whose key ends with this name meet this fault; faults of {@link
   * #nextPuts} strike those uploads that have none of their own.
   */
  public synchronized Faults nextPutsOf(String fileName, int count, StoreFault fault) {
    filePuts
        .computeIfAbsent(fileName, unused -> new ArrayDeque<>())
        .addAll(Collections.nCopies(count, fault));
    return this;
  }

  /** The next uploads meet no fault; those after them meet the faults that are added next. */
  public Faults sparePuts(int count) {
    return nextPuts(count, SPARED);
  }

  /** The next downloads of an object meet this fault. */
  public synchronized Faults nextGets(int count, StoreFault fault) {
    gets.addAll(Collections.nCopies(count, fault));
    return this;
  }

  /** Forgets every fault that has not struck yet. */
  public synchronized void clear() {
    calls.clear();
    resourceCalls.clear();
    puts.clear();
    gets.clear();
    filePuts.clear();
  }

  /** From now on nothing goes wrong that is not asked for anew, at random neither. */
  public synchronized void calm() {
    clear();
    chaos = new ChaosDraw(Chaos.none());
  }

  /** What struck so far, in that order. */
  public synchronized List<StruckFault> struck() {
    return List.copyOf(struck);
  }

  /**
   * @param resourceUuid the resource that the call is about; empty when it is about none
   * @param subject the same, and which of its models
   */
  synchronized Optional<Fault> take(Operation operation, String resourceUuid, String subject) {
    Optional<Fault> fault =
        polled(resourceCalls.get(new ResourceCall(operation, resourceUuid)))
            .or(() -> polled(calls.get(operation)))
            .or(() -> chaos.draw(operation, subject));
    fault.ifPresent(f -> note(operation.name(), resourceUuid, f.kind()));
    return fault;
  }

  /**
   * @param fileName last part of the object's key
   */
  synchronized Optional<StoreFault> takePut(String fileName) {
    Optional<StoreFault> fault =
        polled(filePuts.get(fileName)).or(() -> polled(puts)).or(() -> chaos.drawUpload(fileName));
    fault.filter(f -> !f.equals(SPARED)).ifPresent(f -> note("PUT", fileName, f.kind()));
    return fault;
  }

  /**
   * @param fileName last part of the object's key
   */
  synchronized Optional<StoreFault> takeGet(String fileName) {
    Optional<StoreFault> fault = polled(gets);
    fault.ifPresent(f -> note("GET", fileName, f.kind()));
    return fault;
  }

  private void note(String call, String subject, String kind) {
    struck.add(new StruckFault(call, subject, kind));
  }

  private static <T> Optional<T> polled(Deque<T> queue) {
    return Optional.ofNullable(queue).map(Deque::poll);
  }
}
