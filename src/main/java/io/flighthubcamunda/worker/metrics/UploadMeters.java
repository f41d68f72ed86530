package io.flighthubcamunda.worker.metrics;

import io.flighthubcamunda.upload.UploadLevel;
import io.flighthubcamunda.worker.job.BatchEnd;
import io.flighthubcamunda.worker.job.BatchEnd.Outcome;
import io.flighthubcamunda.worker.job.WorkerListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
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
    WorkerMetric.UPLOAD_ACTIVE_BATCHES.gauge(registry, activeBatches::get);
    WorkerMetric.UPLOAD_ACTIVE_FILES.gauge(registry, level::sending);
    bytes = WorkerMetric.UPLOAD_BYTES.counter(registry);
    files = WorkerMetric.UPLOAD_FILES.counter(registry);
    for (var outcome : Outcome.values()) {
      var tag = MetricTag.OUTCOME.of(outcome);
      batches.put(outcome, WorkerMetric.UPLOAD_BATCHES.counter(registry, tag));
      durations.put(outcome, WorkerMetric.UPLOAD_BATCH_DURATION.timer(registry, tag));
    }
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
