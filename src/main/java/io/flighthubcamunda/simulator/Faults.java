package io.flighthubcamunda.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Faults that wait for the next matching request. Each one strikes once, in the order given. */
public final class Faults {

  private final Map<Operation, Deque<Fault>> calls = new EnumMap<>(Operation.class);
  private final Map<String, Deque<Fault>> starts = new HashMap<>();
  private final Deque<StoreFault> puts = new ArrayDeque<>();

  Faults() {}

  /** The next call of this operation that passes the header checks meets this fault. */
  public synchronized Faults next(Operation operation, Fault fault) {
    calls.computeIfAbsent(operation, unused -> new ArrayDeque<>()).add(fault);
    return this;
  }

  /**
   * The next start of this resource meets this fault, whatever else is started meanwhile; faults of
   * {@link #next} strike those starts that have none of their own.
   */
  public synchronized Faults nextStartOf(String resourceUuid, Fault fault) {
    starts.computeIfAbsent(resourceUuid, unused -> new ArrayDeque<>()).add(fault);
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

  /** The next uploads meet no fault; those after them meet the faults that are added next. */
  public Faults sparePuts(int count) {
    return nextPuts(count, new StoreFault.Delay(Duration.ZERO));
  }

  /** Forgets every fault that has not struck yet. */
  public synchronized void clear() {
    calls.clear();
    starts.clear();
    puts.clear();
  }

  /**
   * @param resourceUuid the resource that is to be started; empty for other calls
   */
  synchronized Optional<Fault> take(Operation operation, String resourceUuid) {
    return Optional.ofNullable(starts.get(resourceUuid))
        .map(Deque::poll)
        .or(() -> Optional.ofNullable(calls.get(operation)).map(Deque::poll));
  }

  synchronized Optional<StoreFault> takePut() {
    return Optional.ofNullable(puts.poll());
  }
}
