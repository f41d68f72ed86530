package io.flighthubcamunda.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/** How the next models end: a queue per type, then what the settings say. */
public final class Outcomes {

  private final Map<ModelType, Outcome> settled;
  private final Map<ModelType, Deque<Outcome>> scripted = new EnumMap<>(ModelType.class);

  Outcomes(Map<ModelType, Outcome> settled) {
    this.settled = settled;
  }

  /** The next model of this type that nothing was said about yet ends like this. */
  public synchronized Outcomes next(ModelType type, Outcome outcome) {
    scripted.computeIfAbsent(type, unused -> new ArrayDeque<>()).add(outcome);
    return this;
  }

  synchronized Outcome take(ModelType type) {
    Deque<Outcome> queue = scripted.getOrDefault(type, new ArrayDeque<>());
    return queue.isEmpty() ? settled.getOrDefault(type, Outcome.succeed()) : queue.poll();
  }
}
