package io.flighthubcamunda.worker.metrics;

import io.camunda.client.metrics.MetricsRecorder;
import io.camunda.client.metrics.MicrometerMetricsRecorder;
import io.flighthubcamunda.worker.job.JobOutcome;
import io.flighthubcamunda.worker.job.WorkerListener;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Hears of jobs that the engine took as completed. The starter completes jobs by itself and tells
 * nobody else; what it counts is counted as before.
 */
@Component
final class CompletedJobs extends MicrometerMetricsRecorder {

  private final WorkerListener listener;

  CompletedJobs(@Lazy MeterRegistry registry, @Lazy WorkerListener listener) {
    super(registry);
    this.listener = listener;
  }

  @Override
  public void increase(String metric, String action, String jobType, int count) {
    super.increase(metric, action, jobType, count);
    if (MetricsRecorder.METRIC_NAME_JOB.equals(metric)
        && MetricsRecorder.ACTION_COMPLETED.equals(action)) {
      for (int i = 0; i < count; i++) {
        listener.jobEnded(jobType, JobOutcome.COMPLETED);
      }
    }
  }
}
