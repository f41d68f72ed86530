package io.flighthubcamunda.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How the next models end: a queue per type, then what the settings say. */
public final class Outcomes {

  private final Map<ModelType, Outcome> settled;
  private final Map<ModelType, Deque<Outcome>> scripted = new EnumMap<>(ModelType.class);
  private final Map<ModelOf, Deque<Outcome>> scriptedOf = new HashMap<>();

  Outcomes(Map<ModelType, Outcome> settled) {
    this.settled = settled;
  }

  /** The next model of this type that nothing was said about yet ends like this. */
  public synchronized Outcomes next(ModelType type, Outcome outcome) {
    scripted.computeIfAbsent(type, unused -> new ArrayDeque<>()).add(outcome);
    return this;
  }

  /** The same for the next model of this type that is made of this resource. */
  public synchronized Outcomes nextOf(String resourceUuid, ModelType type, Outcome outcome) {
    scriptedOf
        .computeIfAbsent(new ModelOf(resourceUuid, type), unused -> new ArrayDeque<>())
        .add(outcome);
    return this;
  }

  synchronized Outcome take(String resourceUuid, ModelType type) {
    return polled(scriptedOf.get(new ModelOf(resourceUuid, type)))
        .or(() -> polled(scripted.get(type)))
        .orElseGet(() -> settled.getOrDefault(type, Outcome.succeed()));
  }

  private static Optional<Outcome> polled(Deque<Outcome> queue) {
    return Optional.ofNullable(queue).map(Deque::poll);
  }

  private record ModelOf(String resourceUuid, ModelType type) {}
}
