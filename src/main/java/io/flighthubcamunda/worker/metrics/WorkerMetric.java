package io.flighthubcamunda.worker.metrics;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/** The metrics of the upload by this process, over all its image sets. */
public enum UploadMetric implements MeterDocumentation {

  /** Bytes sent to the store, as they leave; what is sent again counts again. */
  BYTES("flighthub.upload.bytes", Meter.Type.COUNTER, "bytes"),

  /** Files of batches that were uploaded as a whole. */
  FILES("flighthub.upload.files", Meter.Type.COUNTER, "files"),

  /** Batches that are in hand at this moment. */
  ACTIVE_BATCHES("flighthub.upload.active.batches", Meter.Type.GAUGE, "batches"),

  /** Files that are sent at this moment. */
  ACTIVE_FILES("flighthub.upload.active.files", Meter.Type.GAUGE, "files"),

  /** Tries to upload a batch that ended, by {@link Tag#OUTCOME}. */
  BATCHES("flighthub.upload.batches", Meter.Type.COUNTER, "batches", Tag.OUTCOME),

  /** How long such a try took, from the job's activation to its end, by {@link Tag#OUTCOME}. */
  BATCH_DURATION("flighthub.upload.batch.duration", Meter.Type.TIMER, "seconds", Tag.OUTCOME);

  private final String metric;
  private final Meter.Type type;
  private final String unit;
  private final KeyName[] tags;

  UploadMetric(String metric, Meter.Type type, String unit, KeyName... tags) {
    this.metric = metric;
    this.type = type;
    this.unit = unit;
    this.tags = tags;
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
    return tags.clone();
  }

  /** The tags of these metrics. */
  public enum Tag implements KeyName {

    /** {@code uploaded}, {@code failed} (the engine tries again) or {@code cancelled}. */
    OUTCOME;

    @Override
    public String asString() {
      return "outcome";
    }
  }
}
