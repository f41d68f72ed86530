package io.flighthubcamunda.worker.job;

import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.CommandWrapper;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy;
import io.camunda.client.metrics.MetricsRecorder;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells the engine what became of a failed job; the starter calls this for every worker. The
 * starter's own way would put a stack trace where an operator looks for a sentence.
 */
@Component
public class JobFailures implements JobExceptionHandlingStrategy {

  private static final Logger LOG = LoggerFactory.getLogger(JobFailures.class);

  private final CommandExceptionHandlingStrategy commandFailures;
  private final MetricsRecorder metrics;
  private final RetryPause retryPause;
  private final WorkerListener listener;

  JobFailures(
      CommandExceptionHandlingStrategy commandFailures,
      MetricsRecorder metrics,
      RetryPause retryPause,
      WorkerListener listener) {
    this.commandFailures = commandFailures;
    this.metrics = metrics;
    this.retryPause = retryPause;
    this.listener = listener;
  }

  @Override
  public void handleException(Exception failure, ExceptionHandlingContext context) {
    var job = context.job();
    try (var log = JobLog.of(job)) {
      if (!Reactions.foreseen(failure)) {
        LOG.error("Job {} failed unexpectedly", job.getType(), failure);
      }
      command(failure, context)
          .ifPresent(
              command ->
                  new CommandWrapper(
                          command,
                          job,
                          commandFailures,
                          metrics,
                          context.jobWorkerValue().getMaxRetries())
                      .executeAsync());
    }
  }

  private Optional<FinalCommandStep<?>> command(
      Exception failure, ExceptionHandlingContext context) {
    var job = context.job();
    return switch (Reactions.to(failure)) {
      case Reaction.Forget forget -> {
        LOG.info("{}: {}", job.getType(), forget.message());
        yield Optional.empty();
      }
      case Reaction.TryAgain again -> {
        var pause = retryPause.after(job.getRetries(), again.pause());
        LOG.warn("{} failed, next try in {}: {}", job.getType(), pause, again.message());
        var retries = Math.max(0, job.getRetries() - 1);
        yield Optional.of(
            fail(context, again.message(retries), retries, pause, IncidentCause.TRIES_USED_UP));
      }
      case Reaction.AskOperator ask -> {
        LOG.error("{} needs an operator: {}", job.getType(), ask.message());
        yield Optional.of(fail(context, ask.message(), 0, Duration.ZERO, IncidentCause.LASTING));
      }
      case Reaction.Decide decide -> {
        var error = decide.error();
        LOG.info("{} ends with {}: {}", job.getType(), error.failure().code(), error.getMessage());
        listener.jobEnded(job.getType(), JobOutcome.ERROR);
        yield Optional.of(
            context
                .jobClient()
                .newThrowErrorCommand(job)
                .errorCode(error.failure().code())
                .errorMessage(EngineText.of(error.getMessage()))
                .variables(error.variables()));
      }
    };
  }

  private FinalCommandStep<?> fail(
      ExceptionHandlingContext context,
      String message,
      int retries,
      Duration pause,
      IncidentCause causeAtLast) {
    var job = context.job();
    listener.jobEnded(job.getType(), retries == 0 ? JobOutcome.INCIDENT : JobOutcome.FAILED);
    if (retries == 0) {
      listener.incidentRaised(causeAtLast);
      listener.operatorNeeded(job.getProcessInstanceKey(), message);
    }
    return context
        .jobClient()
        .newFailCommand(job)
        .retries(retries)
        .retryBackoff(pause)
        .errorMessage(EngineText.of(message));
  }
}
