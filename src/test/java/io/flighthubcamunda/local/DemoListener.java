package io.flighthubcamunda.local;

import io.flighthubcamunda.worker.job.ImageSetVariable;
import io.flighthubcamunda.worker.job.WorkerListener;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps what the workers of this process tell, for the terminal. */
final class DemoListener implements WorkerListener {

  private final AtomicLong uploaded = new AtomicLong();
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
  public void uploaded(String resourceUuid, long bytes) {
    uploaded.addAndGet(bytes);
  }

  @Override
  public void operatorNeeded(long processInstanceKey, String message) {
    incident.compareAndSet(null, message);
  }

  long uploadedBytes() {
    return uploaded.get();
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
