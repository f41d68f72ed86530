package io.flighthubcamunda.worker.admission;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.flighthubcamunda.api.FlightHubException;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.worker.job.EngineText;
import io.flighthubcamunda.worker.job.IncidentCause;
import io.flighthubcamunda.worker.job.JobOutcome;
import io.flighthubcamunda.worker.job.Model;
import io.flighthubcamunda.worker.job.Reaction;
import io.flighthubcamunda.worker.job.Reactions;
import io.flighthubcamunda.worker.job.RetryPause;
import io.flighthubcamunda.worker.job.WorkerListener;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs one start job and tells the engine what became of it. */
@Component
class StartJobHandler {

  private static final Logger LOG = LoggerFactory.getLogger(StartJobHandler.class);

  private final CamundaClient engine;
  private final OpenModelApi flightHub;
  private final ReconstructionStart start;
  private final LeaseExtension extension;
  private final RetryPause retryPause;
  private final WorkerListener listener;

  StartJobHandler(
      CamundaClient engine,
      OpenModelApi flightHub,
      ReconstructionStart start,
      LeaseExtension extension,
      RetryPause retryPause,
      WorkerListener listener) {
    this.engine = engine;
    this.flightHub = flightHub;
    this.start = start;
    this.extension = extension;
    this.retryPause = retryPause;
    this.listener = listener;
  }

  /** What became of a job. */
  enum Outcome {
    STARTED,
    /** Nothing was started, and the engine knows it: the next job may be tried at once. */
    SETTLED,
    /** There is no free slot for it; the caller puts it back. */
    NO_FREE_SLOT,
    /** It comes again later, and what failed it may fail the next one as well. */
    FAILED
  }

  Outcome handle(LeasedJob job) throws InterruptedException {
    try {
      // It may have waited for long behind others.
      job.requireOurs();
      extension.extend(job);
      var models = start.start(job);
      if (models.isEmpty()) {
        return Outcome.NO_FREE_SLOT;
      }
      complete(job, models.get());
      return Outcome.STARTED;
    } catch (JobLostException e) {
      LOG.info("{}", e.getMessage());
      return Outcome.SETTLED;
    } catch (RuntimeException e) {
      return reactIfOurs(job, e);
    }
  }

  /**
   * Back into the engine's queue, at its old place, without spending a retry. No back-off: while it
   * lasted, the gate of another worker would take a younger job. The gate itself pauses.
   */
  void putBack(LeasedJob leased) throws InterruptedException {
    if (!leased.lease().holds()) {
      // It is back by itself, and perhaps with another worker that must not lose it.
      return;
    }
    var job = leased.job();
    EngineCommand.send(
        () ->
            engine
                .newFailCommand(job)
                .retries(job.getRetries())
                .errorMessage("Waiting for a free slot at FlightHub.")
                .send()
                .join());
  }

  private void complete(LeasedJob leased, List<Model> models) throws InterruptedException {
    var job = leased.job();
    var result =
        EngineCommand.send(
            () ->
                engine.newCompleteCommand(job).variables(new ModelsStarted(models)).send().join());
    if (result != EngineCommand.Result.TARGET_GONE) {
      listener.jobEnded(job.getType(), JobOutcome.COMPLETED);
      return;
    }
    if (leased.lease().holds()) {
      stop(models);
    } else {
      LOG.info("Job {} was done by another worker; models {} are left to it", job.getKey(), models);
    }
  }

  /** A job that another worker may have is not failed under its hands. */
  private Outcome reactIfOurs(LeasedJob job, RuntimeException failure) throws InterruptedException {
    if (job.lease().holds()) {
      react(job.job(), failure);
    } else {
      LOG.warn("Job {} is left to the next worker: {}", job.job().getKey(), failure.getMessage());
      LOG.debug("Start failed", failure);
    }
    return Reactions.to(failure) instanceof Reaction.TryAgain ? Outcome.FAILED : Outcome.SETTLED;
  }

  private void react(ActivatedJob job, RuntimeException failure) throws InterruptedException {
    switch (Reactions.to(failure)) {
      case Reaction.Forget forget -> LOG.info("{}", forget.message());
      case Reaction.TryAgain again -> {
        LOG.warn("Start failed: {}", again.message());
        LOG.debug("Start failed", failure);
        var retries = Math.max(0, job.getRetries() - 1);
        fail(
            job,
            again.message(retries),
            retries,
            retryPause.after(job.getRetries(), again.pause()),
            IncidentCause.TRIES_USED_UP);
      }
      case Reaction.AskOperator ask -> {
        LOG.error("Start needs an operator: {}", ask.message());
        fail(job, ask.message(), 0, Duration.ZERO, IncidentCause.LASTING);
      }
      case Reaction.Decide decide -> {
        listener.jobEnded(job.getType(), JobOutcome.ERROR);
        EngineCommand.send(
            () ->
                engine
                    .newThrowErrorCommand(job)
                    .errorCode(decide.error().failure().code())
                    .errorMessage(EngineText.of(decide.error().getMessage()))
                    .variables(decide.error().variables())
                    .send()
                    .join());
      }
    }
  }

  private void fail(
      ActivatedJob job, String message, int retries, Duration pause, IncidentCause causeAtLast)
      throws InterruptedException {
    listener.jobEnded(job.getType(), retries == 0 ? JobOutcome.INCIDENT : JobOutcome.FAILED);
    if (retries == 0) {
      listener.incidentRaised(causeAtLast);
      listener.operatorNeeded(job.getProcessInstanceKey(), message);
    }
    EngineCommand.send(
        () ->
            engine
                .newFailCommand(job)
                .retries(retries)
                .retryBackoff(pause)
                .errorMessage(EngineText.of(message))
                .send()
                .join());
  }

  /** The instance ended while FlightHub started: nobody would ever stop these models. */
  private void stop(List<Model> models) {
    for (var model : models) {
      try {
        flightHub.stop(model.uuid());
        LOG.info("Stopped model {}: its process instance had ended", model.uuid());
      } catch (FlightHubException e) {
        LOG.error(
            "Model {} runs for a process instance that ended, and could not be stopped: {}",
            model.uuid(),
            e.getMessage());
      }
    }
  }

  /** What the job writes. */
  record ModelsStarted(List<Model> models) {}
}
