package io.flighthubcamunda.worker.metrics;

import io.flighthubcamunda.api.ReconstructionType;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Tag;
import java.util.Locale;

/** The tags of the metrics. Each has few values, all of them known. */
public enum MetricTag implements KeyName {

  /** Of {@link io.flighthubcamunda.api.ApiOperation}. */
  OPERATION("operation"),

  /** How it ended; of one enum for each metric. */
  OUTCOME("outcome"),

  /** Of {@link ReconstructionType}. */
  TYPE("type"),

  /** One of the job types. Not "job", which Prometheus needs for itself. */
  JOB_TYPE("job.type"),

  /** Of {@link io.flighthubcamunda.worker.job.IncidentCause}. */
  CAUSE("cause");

  private final String key;

  MetricTag(String key) {
    this.key = key;
  }

  @Override
  public String asString() {
    return key;
  }

  /** With this value, in small letters. */
  public Tag of(Enum<?> value) {
    return Tag.of(key, value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** {@link #TYPE} with this value. */
  public static Tag of(ReconstructionType type) {
    return Tag.of(TYPE.key, type.label());
  }

  /** {@link #JOB_TYPE} with this value. */
  public static Tag ofJobType(String jobType) {
    return Tag.of(JOB_TYPE.key, jobType);
  }
}
