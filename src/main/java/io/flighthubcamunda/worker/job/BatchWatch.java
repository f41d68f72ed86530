package io.flighthubcamunda.worker.job;

import io.flighthubcamunda.upload.UploadCancelledException;
import io.flighthubcamunda.worker.job.BatchEnd.Outcome;
import java.time.Duration;

/** Times one try to upload a batch and tells the listener how it ended. */
final class BatchWatch {

  private final WorkerListener listener;
  private final long begin = System.nanoTime();

  private BatchWatch(WorkerListener listener) {
    this.listener = listener;
  }

  static BatchWatch start(WorkerListener listener) {
    listener.batchBegan();
    return new BatchWatch(listener);
  }

  void uploaded(int files) {
    tell(Outcome.UPLOADED, files);
  }

  /** To be called for whatever ended the try. */
  void ended(RuntimeException failure) {
    tell(failure instanceof UploadCancelledException ? Outcome.CANCELLED : Outcome.FAILED, 0);
  }

  private void tell(Outcome outcome, int files) {
    listener.batchEnded(new BatchEnd(outcome, files, Duration.ofNanos(System.nanoTime() - begin)));
  }
}
