package io.flighthubcamunda.worker.admission;

import io.flighthubcamunda.schedule.SlotCount;
import io.flighthubcamunda.worker.metrics.MetricTag;
import io.flighthubcamunda.worker.metrics.WorkerMetric;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** What the gate knows: of the queue, as far as it had it in hand, and of the slots. */
@Component
class GateMeters {

  private final AtomicInteger seenWaiting = new AtomicInteger();
  private final Map<StartJobHandler.Outcome, Counter> starts =
      new EnumMap<>(StartJobHandler.Outcome.class);

  GateMeters(
      MeterRegistry registry, RunningModelsView running, SlotCount slots, InstantSource clock) {
    WorkerMetric.SLOTS.gauge(registry, slots::capacity);
    WorkerMetric.SLOTS_USED.gauge(registry, () -> slots.capacity() - slots.free(running.known()));
    WorkerMetric.SLOTS_FREE.gauge(registry, () -> slots.free(running.known()));
    WorkerMetric.SLOTS_AGE.gauge(
        registry,
        () ->
            running
                .lookedAt()
                .map(at -> Duration.between(at, clock.instant()).toMillis() / 1000.0)
                .orElse(Double.NaN));
    WorkerMetric.STARTS_SEEN_WAITING.gauge(registry, seenWaiting::get);
    for (var outcome : StartJobHandler.Outcome.values()) {
      starts.put(outcome, WorkerMetric.STARTS.counter(registry, MetricTag.OUTCOME.of(outcome)));
    }
  }

  void handled(StartJobHandler.Outcome outcome) {
    starts.get(outcome).increment();
  }

  /**
   * @param count starts that are put back into the engine's queue
   */
  void leftWaiting(int count) {
    seenWaiting.set(count);
  }
}
