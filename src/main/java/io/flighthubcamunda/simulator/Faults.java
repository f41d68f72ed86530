package io.flighthubcamunda.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Faults that wait for the next matching request. Each one strikes once, in the order given. */
public final class Faults {

  private final Map<Operation, Deque<Fault>> calls = new EnumMap<>(Operation.class);
  private final Deque<Integer> puts = new ArrayDeque<>();

  Faults() {}

  /** The next call of this operation that passes the header checks meets this fault. */
  public synchronized Faults next(Operation operation, Fault fault) {
    calls.computeIfAbsent(operation, unused -> new ArrayDeque<>()).add(fault);
    return this;
  }

  /**
   * The next uploads of an object or of a part fail.
   *
   * @param count how many
   * @param status 403 (access denied) or 503 (slow down)
   */
  public synchronized Faults nextPuts(int count, int status) {
    if (status != 403 && status != 503) {
      throw new IllegalArgumentException(
          "The object store can be told to answer 403 or 503, not %d.".formatted(status));
    }
    for (int i = 0; i < count; i++) {
      puts.add(status);
    }
    return this;
  }

  /** Forgets every fault that has not struck yet. */
  public synchronized void clear() {
    calls.clear();
    puts.clear();
  }

  synchronized Optional<Fault> take(Operation operation) {
    return Optional.ofNullable(calls.get(operation)).map(Deque::poll);
  }

  synchronized Optional<Integer> takePut() {
    return Optional.ofNullable(puts.poll());
  }
}
