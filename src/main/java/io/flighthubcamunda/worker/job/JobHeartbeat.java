package io.flighthubcamunda.worker.job;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.flighthubcamunda.upload.UploadCancelledException;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a long job ours while it shows signs of life: its time-out is short, so that a dead worker
 * is noticed soon, and is pushed forward every few seconds. A job that is silent for too long gets
 * no more time, so that another worker may try. This is also how a worker learns within seconds
 * that its instance was cancelled.
 */
final class JobHeartbeat implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JobHeartbeat.class);
  private static final Duration INTERVAL = Duration.ofSeconds(3);

  private final String name;
  private final TimeoutExtension extension;
  private final Duration interval;
  private final Duration timeout;
  private final Duration longestSilence;
  private final Thread beating;
  private volatile long silentSince = System.nanoTime();
  private volatile String end;
  private volatile Runnable stop = () -> {};

  private JobHeartbeat(
      String name,
      TimeoutExtension extension,
      Duration interval,
      Duration timeout,
      Duration longestSilence) {
    this.name = name;
    this.extension = extension;
    this.interval = interval;
    this.timeout = timeout;
    this.longestSilence = longestSilence;
    this.beating = Thread.ofVirtual().name(name).unstarted(this::beatUntilClosed);
  }

  /** Asks the engine for more time, counted from its answer, and does not wait for that. */
  @FunctionalInterface
  interface TimeoutExtension {
    CompletionStage<?> extend(Duration timeout);
  }

  /**
   * @param job whose time-out is {@link JobTimeouts#WITH_HEARTBEAT}, as long as it shows signs of
   *     life
   * @param longestSilence what may lie between two signs
   */
  static JobHeartbeat start(CamundaClient engine, ActivatedJob job, Duration longestSilence) {
    return start(
        "heartbeat-" + job.getKey(),
        left -> engine.newUpdateTimeoutCommand(job).timeout(left).send(),
        INTERVAL,
        Duration.ofMillis(JobTimeouts.WITH_HEARTBEAT),
        longestSilence);
  }

  /**
   * @param interval between two beats
   */
  static JobHeartbeat start(
      String name,
      TimeoutExtension extension,
      Duration interval,
      Duration timeout,
      Duration longestSilence) {
    var heartbeat = new JobHeartbeat(name, extension, interval, timeout, longestSilence);
    heartbeat.beating.start();
    return heartbeat;
  }

  /**
   * A sign of life; from any thread, and as often as one likes.
   *
   * @throws UploadCancelledException when the job is no longer ours
   */
  void alive() {
    requireOurs();
    silentSince = System.nanoTime();
  }

  /** What comes now shows no sign of life for a while; the next sign ends this. */
  void expectSilence(Duration duration) {
    silentSince = System.nanoTime() + duration.toNanos();
  }

  /**
   * @throws UploadCancelledException when the job is no longer ours
   */
  void requireOurs() {
    if (end != null) {
      throw new UploadCancelledException(end);
    }
  }

  /**
   * @param newStop is run when the job is no longer ours, from another thread, in place of the one
   *     given before; at once when it has been lost already
   */
  void whenLost(Runnable newStop) {
    stop = newStop;
    if (end != null) {
      newStop.run();
    }
  }

  private void end(String why) {
    end = why;
    stop.run();
  }

  @Override
  public void close() {
    beating.interrupt();
  }

  private void beatUntilClosed() {
    try {
      while (end == null) {
        Thread.sleep(interval);
        beat();
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  private void beat() {
    var left = longestSilence.minusNanos(System.nanoTime() - silentSince);
    if (!left.isPositive()) {
      end(
          "Nothing moved for %d s, so that another worker gets the job."
              .formatted(longestSilence.toSeconds()));
      return;
    }
    extension
        .extend(left.compareTo(timeout) < 0 ? left : timeout)
        .exceptionally(
            failure -> {
              lost(failure);
              return null;
            });
  }

  private void lost(Throwable failure) {
    if (Status.fromThrowable(failure).getCode() == Status.Code.NOT_FOUND) {
      end("Its process instance was cancelled, or another worker has done the job.");
    } else {
      LOG.debug("{} was not heard", name, failure);
    }
  }
}
