package io.flighthubcamunda.worker.metrics;

import static io.flighthubcamunda.worker.metrics.UploadMetric.ACTIVE_BATCHES;
import static io.flighthubcamunda.worker.metrics.UploadMetric.ACTIVE_FILES;
import static io.flighthubcamunda.worker.metrics.UploadMetric.BATCHES;
import static io.flighthubcamunda.worker.metrics.UploadMetric.BATCH_DURATION;
import static io.flighthubcamunda.worker.metrics.UploadMetric.BYTES;
import static io.flighthubcamunda.worker.metrics.UploadMetric.FILES;

import io.flighthubcamunda.upload.UploadLevel;
import io.flighthubcamunda.worker.job.BatchEnd;
import io.flighthubcamunda.worker.job.BatchEnd.Outcome;
import io.flighthubcamunda.worker.job.WorkerListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Counts uploads. All meters exist from the start, so that a graph shows 0 and not a gap. */
@Component
public final class UploadMeters implements WorkerListener {

  private final AtomicInteger activeBatches = new AtomicInteger();
  private final Counter bytes;
  private final Counter files;
  private final Map<Outcome, Counter> batches = new EnumMap<>(Outcome.class);
  private final Map<Outcome, Timer> durations = new EnumMap<>(Outcome.class);

  UploadMeters(MeterRegistry registry, UploadLevel level) {
    Gauge.builder(ACTIVE_BATCHES.getName(), activeBatches, AtomicInteger::get)
        .baseUnit(ACTIVE_BATCHES.getBaseUnit())
        .register(registry);
    Gauge.builder(ACTIVE_FILES.getName(), level, UploadLevel::sending)
        .baseUnit(ACTIVE_FILES.getBaseUnit())
        .register(registry);
    bytes = counter(BYTES, registry);
    files = counter(FILES, registry);
    for (var outcome : Outcome.values()) {
      batches.put(
          outcome,
          Counter.builder(BATCHES.getName())
              .baseUnit(BATCHES.getBaseUnit())
              .tag(UploadMetric.Tag.OUTCOME.asString(), value(outcome))
              .register(registry));
      durations.put(
          outcome,
          Timer.builder(BATCH_DURATION.getName())
              .tag(UploadMetric.Tag.OUTCOME.asString(), value(outcome))
              .register(registry));
    }
  }

  private static Counter counter(UploadMetric metric, MeterRegistry registry) {
    return Counter.builder(metric.getName()).baseUnit(metric.getBaseUnit()).register(registry);
  }

  private static String value(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void uploaded(String resourceUuid, long count) {
    bytes.increment(count);
  }

  @Override
  public void batchBegan() {
    activeBatches.incrementAndGet();
  }

  @Override
  public void batchEnded(BatchEnd end) {
    activeBatches.decrementAndGet();
    files.increment(end.files());
    batches.get(end.outcome()).increment();
    durations.get(end.outcome()).record(end.duration());
  }
}
