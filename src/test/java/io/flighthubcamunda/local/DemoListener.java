package io.flighthubcamunda.local;

import io.flighthubcamunda.cli.UploadState;
import io.flighthubcamunda.cli.UploadState.Part;
import io.flighthubcamunda.worker.job.BatchEnd;
import io.flighthubcamunda.worker.job.ImageSetVariable;
import io.flighthubcamunda.worker.job.WorkerListener;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps what the workers of this process tell, for the terminal. */
final class DemoListener implements WorkerListener {

  private final AtomicLong bytes = new AtomicLong();
  private final AtomicInteger files = new AtomicInteger();
  private final AtomicInteger batches = new AtomicInteger();
  private final AtomicReference<ImageSetVariable> imageSet = new AtomicReference<>();
  private final AtomicReference<Long> instanceKey = new AtomicReference<>();
  private final AtomicReference<String> incident = new AtomicReference<>();

  @Override
  public void imageSetChecked(
      long processInstanceKey, String resourceUuid, ImageSetVariable checked) {
    instanceKey.set(processInstanceKey);
    imageSet.set(checked);
  }

  @Override
  public void uploaded(String resourceUuid, long count) {
    bytes.addAndGet(count);
  }

  @Override
  public void batchEnded(BatchEnd end) {
    if (end.outcome() == BatchEnd.Outcome.UPLOADED) {
      files.addAndGet(end.files());
      batches.incrementAndGet();
    }
  }

  @Override
  public void operatorNeeded(long processInstanceKey, String message) {
    incident.compareAndSet(null, message);
  }

  /** Bytes as they are sent, files and batches as they are done. */
  UploadState upload() {
    return imageSet()
        .map(
            all ->
                new UploadState(
                    new Part(bytes.get(), all.byteCount()),
                    new Part(files.get(), all.fileCount()),
                    new Part(batches.get(), all.batchCount()),
                    OptionalDouble.empty()))
        .orElse(UploadState.UNKNOWN);
  }

  Optional<ImageSetVariable> imageSet() {
    return Optional.ofNullable(imageSet.get());
  }

  Optional<Long> instanceKey() {
    return Optional.ofNullable(instanceKey.get());
  }

  Optional<String> incident() {
    return Optional.ofNullable(incident.get());
  }
}
