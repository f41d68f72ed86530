package io.flighthubcamunda.worker.job;

import io.camunda.client.exception.CamundaError;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.DefaultJobExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy;
import io.camunda.client.metrics.MetricsRecorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells the engine what became of a failed job; the starter calls this for every worker. */
@Component
public class JobFailures implements JobExceptionHandlingStrategy {

  private static final Logger LOG = LoggerFactory.getLogger(JobFailures.class);

  private final JobExceptionHandlingStrategy commands;
  private final RetryPause retryPause;
  private final WorkerListener listener;

  JobFailures(
      CommandExceptionHandlingStrategy commandFailures,
      MetricsRecorder metrics,
      RetryPause retryPause,
      WorkerListener listener) {
    this.commands = new DefaultJobExceptionHandlingStrategy(commandFailures, metrics);
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
      var command = toCommand(failure, context);
      if (command != null) {
        commands.handleException(command, context);
      }
    }
  }

  /** Only sentences go to the engine, never a cause: its stack trace would become the message. */
  private CamundaError toCommand(Exception failure, ExceptionHandlingContext context) {
    var job = context.job();
    return switch (Reactions.to(failure)) {
      case Reaction.Forget forget -> {
        LOG.info("{}: {}", job.getType(), forget.message());
        yield null;
      }
      case Reaction.TryAgain again -> {
        var pause = retryPause.after(job.getRetries(), again.pause());
        LOG.warn("{} failed, next try in {}: {}", job.getType(), pause, again.message());
        var retries = Math.max(0, job.getRetries() - 1);
        if (retries == 0) {
          listener.operatorNeeded(job.getProcessInstanceKey(), again.message());
        }
        yield CamundaError.jobError(again.message(), null, retries, pause);
      }
      case Reaction.AskOperator ask -> {
        LOG.error("{} needs an operator: {}", job.getType(), ask.message());
        listener.operatorNeeded(job.getProcessInstanceKey(), ask.message());
        yield CamundaError.jobError(ask.message(), null, 0);
      }
      case Reaction.Decide decide -> {
        var error = decide.error();
        LOG.info("{} ends with {}: {}", job.getType(), error.failure().code(), error.getMessage());
        yield CamundaError.bpmnError(error.failure().code(), error.getMessage(), error.variables());
      }
    };
  }
}
