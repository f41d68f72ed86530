package io.flighthubcamunda.simulator;

import java.util.EnumMap;
import java.util.Map;

/** How often each operation was called, refused and faulty calls included. */
final class CallCounter {

  private final Map<Operation, Integer> calls = new EnumMap<>(Operation.class);

  synchronized void count(Operation operation) {
    calls.merge(operation, 1, Integer::sum);
  }

  synchronized Map<Operation, Integer> counted() {
    return Map.copyOf(calls);
  }
}
