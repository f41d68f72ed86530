package io.flighthubcamunda.worker.metrics;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import java.util.List;
import java.util.function.Supplier;

/**
 * All metrics of the workers. They count what this process does, and begin at 0 with it. Names are
 * Micrometer's; Prometheus sees {@code flighthub_calls_seconds_count} for {@code flighthub.calls}.
 */
public enum WorkerMetric implements MeterDocumentation {
  CALLS(
      "flighthub.calls",
      Meter.Type.TIMER,
      "seconds",
      "Calls to FlightHub, without the wait for our own rate limit",
      MetricTag.OPERATION,
      MetricTag.OUTCOME),

  JOBS(
      "flighthub.jobs",
      Meter.Type.COUNTER,
      "jobs",
      "Jobs that ended; `failed` ones come again, `error` is a BPMN error",
      MetricTag.JOB_TYPE,
      MetricTag.OUTCOME),

  INCIDENTS(
      "flighthub.incidents", Meter.Type.COUNTER, "incidents", "Incidents raised", MetricTag.CAUSE),

  UPLOAD_BYTES(
      "flighthub.upload.bytes",
      Meter.Type.COUNTER,
      "bytes",
      "Bytes sent to the store, as they leave; what is sent again counts again"),

  UPLOAD_FILES(
      "flighthub.upload.files",
      Meter.Type.COUNTER,
      "files",
      "Files of batches that were uploaded as a whole"),

  UPLOAD_BATCHES(
      "flighthub.upload.batches",
      Meter.Type.COUNTER,
      "batches",
      "Tries to upload a batch that ended",
      MetricTag.OUTCOME),

  UPLOAD_BATCH_DURATION(
      "flighthub.upload.batch.duration",
      Meter.Type.TIMER,
      "seconds",
      "How long such a try took",
      MetricTag.OUTCOME),

  UPLOAD_ACTIVE_BATCHES(
      "flighthub.upload.active.batches",
      Meter.Type.GAUGE,
      "batches",
      "Batches in hand at this moment"),

  UPLOAD_ACTIVE_FILES(
      "flighthub.upload.active.files",
      Meter.Type.GAUGE,
      "files",
      "Files that are sent at this moment"),

  SLOTS(
      "flighthub.slots",
      Meter.Type.GAUGE,
      "slots",
      "Reconstructions that may run at once, by the settings"),

  SLOTS_USED(
      "flighthub.slots.used",
      Meter.Type.GAUGE,
      "Slots taken, by the last look at FlightHub's running list and what this worker saw since"),

  SLOTS_FREE("flighthub.slots.free", Meter.Type.GAUGE, "Slots left, known in the same way"),

  SLOTS_AGE(
      "flighthub.slots.age",
      Meter.Type.GAUGE,
      "seconds",
      "Time since that look; none before the first one, and where FlightHub has no list"),

  STARTS(
      "flighthub.starts",
      Meter.Type.COUNTER,
      "starts",
      "Starts that the gate took from the engine's queue",
      MetricTag.OUTCOME),

  STARTS_SEEN_WAITING(
      "flighthub.starts.seen.waiting",
      Meter.Type.GAUGE,
      "Starts that the gate put back at its last try because no slot was free: at least so many"
          + " wait, the engine does not tell a worker how many"),

  MODEL_QUEUE_DURATION(
      "flighthub.model.queue.duration",
      Meter.Type.TIMER,
      "seconds",
      "How long models were queued at FlightHub, as the checks saw it",
      MetricTag.TYPE,
      MetricTag.OUTCOME),

  MODEL_RECONSTRUCTION_DURATION(
      "flighthub.model.reconstruction.duration",
      Meter.Type.TIMER,
      "seconds",
      "How long they were reconstructed",
      MetricTag.TYPE,
      MetricTag.OUTCOME),

  MODEL_PACKAGING_DURATION(
      "flighthub.model.packaging.duration",
      Meter.Type.TIMER,
      "seconds",
      "How long they were packaged",
      MetricTag.TYPE,
      MetricTag.OUTCOME),

  MODEL_CHECKS(
      "flighthub.model.checks",
      Meter.Type.DISTRIBUTION_SUMMARY,
      "checks",
      "Looks at a model until its end",
      MetricTag.TYPE),

  MODELS(
      "flighthub.models",
      Meter.Type.COUNTER,
      "models",
      "Models that came to their end, by their last `state`",
      MetricTag.TYPE,
      MetricTag.OUTCOME);

  private final String metric;
  private final Meter.Type type;
  private final String unit;
  private final String description;
  private final List<KeyName> tags;

  /** Without a unit, which Prometheus would have at the end of the name. */
  WorkerMetric(String metric, Meter.Type type, String description) {
    this(metric, type, null, description);
  }

  WorkerMetric(String metric, Meter.Type type, String unit, String description, MetricTag... tags) {
    this.metric = metric;
    this.type = type;
    this.unit = unit;
    this.description = description;
    this.tags = List.of(tags);
  }

  @Override
  public String getName() {
    return metric;
  }

  @Override
  public Meter.Type getType() {
    return type;
  }

  @Override
  public String getBaseUnit() {
    return unit;
  }

  @Override
  public KeyName[] getKeyNames() {
    return tags.toArray(KeyName[]::new);
  }

  /** What it says, for people. */
  public String description() {
    return description;
  }

  /** With values for its tags, in the order of {@link #getKeyNames}. */
  public Counter counter(MeterRegistry registry, Tag... values) {
    return Counter.builder(metric)
        .baseUnit(unit)
        .description(description)
        .tags(List.of(values))
        .register(registry);
  }

  /** The same for a timer. */
  public Timer timer(MeterRegistry registry, Tag... values) {
    return Timer.builder(metric).description(description).tags(List.of(values)).register(registry);
  }

  /** The same for a distribution summary. */
  public DistributionSummary summary(MeterRegistry registry, Tag... values) {
    return DistributionSummary.builder(metric)
        .baseUnit(unit)
        .description(description)
        .tags(List.of(values))
        .register(registry);
  }

  /** A gauge, which has no tags here. */
  public void gauge(MeterRegistry registry, Supplier<Number> value) {
    Gauge.builder(metric, value).baseUnit(unit).description(description).register(registry);
  }
}
