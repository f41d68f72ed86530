package io.flighthubcamunda.worker.metrics;

import io.flighthubcamunda.worker.job.IncidentCause;
import io.flighthubcamunda.worker.job.JobOutcome;
import io.flighthubcamunda.worker.job.WorkerListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts what became of jobs. The meters of a job type exist from its first job on. */
@Component
final class JobMeters implements WorkerListener {

  private final MeterRegistry registry;
  private final Map<String, Map<JobOutcome, Counter>> jobs = new ConcurrentHashMap<>();
  private final Map<IncidentCause, Counter> incidents = new EnumMap<>(IncidentCause.class);

  JobMeters(MeterRegistry registry) {
    this.registry = registry;
    for (var cause : IncidentCause.values()) {
      incidents.put(cause, WorkerMetric.INCIDENTS.counter(registry, MetricTag.CAUSE.of(cause)));
    }
  }

  @Override
  public void jobEnded(String jobType, JobOutcome outcome) {
    jobs.computeIfAbsent(jobType, this::ofJobType).get(outcome).increment();
  }

  @Override
  public void incidentRaised(IncidentCause cause) {
    incidents.get(cause).increment();
  }

  private Map<JobOutcome, Counter> ofJobType(String jobType) {
    var counters = new EnumMap<JobOutcome, Counter>(JobOutcome.class);
    for (var outcome : JobOutcome.values()) {
      counters.put(
          outcome,
          WorkerMetric.JOBS.counter(
              registry, MetricTag.ofJobType(jobType), MetricTag.OUTCOME.of(outcome)));
    }
    return counters;
  }
}
