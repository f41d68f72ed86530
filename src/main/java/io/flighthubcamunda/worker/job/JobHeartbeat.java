package io.flighthubcamunda.worker.job;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.flighthubcamunda.upload.UploadCancelledException;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a long job ours while it moves: its time-out is short, so that a dead worker is noticed
 * soon, and is pushed forward as long as there is progress. This is also how a worker learns that
 * its instance was cancelled.
 */
final class JobHeartbeat {

  private static final Logger LOG = LoggerFactory.getLogger(JobHeartbeat.class);

  private final CamundaClient engine;
  private final ActivatedJob job;
  private final Duration timeout;
  private final AtomicLong nextBeat;
  private final AtomicBoolean gone = new AtomicBoolean();

  JobHeartbeat(CamundaClient engine, ActivatedJob job, Duration timeout) {
    this.engine = engine;
    this.job = job;
    this.timeout = timeout;
    this.nextBeat = new AtomicLong(System.nanoTime() + interval());
  }

  /**
   * To be called whenever something moved; from any thread, and as often as one likes.
   *
   * @throws UploadCancelledException when the engine doesn't know the job any more
   */
  void progress() {
    if (gone.get()) {
      throw new UploadCancelledException(
          "The process instance ended, or the job went to another worker; sending stops.");
    }
    var due = nextBeat.get();
    if (System.nanoTime() - due >= 0
        && nextBeat.compareAndSet(due, System.nanoTime() + interval())) {
      engine
          .newUpdateTimeoutCommand(job)
          .timeout(timeout)
          .send()
          .exceptionally(
              failure -> {
                lost(failure);
                return null;
              });
    }
  }

  private void lost(Throwable failure) {
    if (Status.fromThrowable(failure).getCode() == Status.Code.NOT_FOUND) {
      gone.set(true);
    } else {
      LOG.debug("Time-out of job {} was not extended", job.getKey(), failure);
    }
  }

  private long interval() {
    return timeout.toNanos() / 4;
  }
}
