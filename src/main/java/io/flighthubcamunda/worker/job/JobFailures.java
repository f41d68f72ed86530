package io.flighthubcamunda.worker.job;

import io.camunda.client.exception.CamundaError;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.CommandWrapper;
import io.camunda.client.jobhandling.DefaultJobExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy;
import io.camunda.client.metrics.MetricsRecorder;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells the engine what became of a failed job; the starter calls this for every worker. */
@Component
public class JobFailures implements JobExceptionHandlingStrategy {

  private static final Logger LOG = LoggerFactory.getLogger(JobFailures.class);

  private final CommandExceptionHandlingStrategy commandFailures;
  private final MetricsRecorder metrics;
  private final JobExceptionHandlingStrategy starter;
  private final RetryPause retryPause;
  private final WorkerListener listener;

  JobFailures(
      CommandExceptionHandlingStrategy commandFailures,
      MetricsRecorder metrics,
      RetryPause retryPause,
      WorkerListener listener) {
    this.commandFailures = commandFailures;
    this.metrics = metrics;
    this.starter = new DefaultJobExceptionHandlingStrategy(commandFailures, metrics);
    this.retryPause = retryPause;
    this.listener = listener;
  }

  @Override
  public void handleException(Exception failure, ExceptionHandlingContext context)
      throws Exception {
    var job = context.job();
    try (var log = JobLog.of(job)) {
      if (!Reactions.foreseen(failure)) {
        LOG.error("Job {} failed unexpectedly", job.getType(), failure);
      }
      switch (Reactions.to(failure)) {
        case Reaction.Forget forget -> LOG.info("{}: {}", job.getType(), forget.message());
        case Reaction.TryAgain again -> {
          var pause = retryPause.after(job.getRetries(), again.pause());
          LOG.warn("{} failed, next try in {}: {}", job.getType(), pause, again.message());
          fail(context, again.message(), Math.max(0, job.getRetries() - 1), pause);
        }
        case Reaction.AskOperator ask -> {
          LOG.error("{} needs an operator: {}", job.getType(), ask.message());
          fail(context, ask.message(), 0, Duration.ZERO);
        }
        case Reaction.Decide decide -> {
          var error = decide.error();
          var code = error.failure().code();
          LOG.info("{} ends with {}: {}", job.getType(), code, error.getMessage());
          starter.handleException(
              CamundaError.bpmnError(code, error.getMessage(), error.variables()), context);
        }
      }
    }
  }

  /**
   * Not by the starter's job error: it would put a class name and a stack trace around the sentence
   * that an operator reads.
   */
  private void fail(ExceptionHandlingContext context, String message, int retries, Duration pause) {
    var job = context.job();
    if (retries == 0) {
      listener.operatorNeeded(job.getProcessInstanceKey(), message);
    }
    var command =
        context
            .jobClient()
            .newFailCommand(job)
            .retries(retries)
            .retryBackoff(pause)
            .errorMessage(message);
    new CommandWrapper(
            command, job, commandFailures, metrics, context.jobWorkerValue().getMaxRetries())
        .executeAsyncWithMetrics(
            MetricsRecorder.METRIC_NAME_JOB, MetricsRecorder.ACTION_FAILED, job.getType());
  }
}
