package io.flighthubcamunda.worker.job;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Tells several listeners, one after the other. */
public final class AllListeners implements WorkerListener {

  private final List<WorkerListener> listeners;

  public AllListeners(List<WorkerListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public void imageSetChecked(
      long processInstanceKey, String resourceUuid, ImageSetVariable imageSet) {
    tell(listener -> listener.imageSetChecked(processInstanceKey, resourceUuid, imageSet));
  }

  @Override
  public void uploaded(String resourceUuid, long bytes) {
    tell(listener -> listener.uploaded(resourceUuid, bytes));
  }

  @Override
  public void batchBegan() {
    tell(WorkerListener::batchBegan);
  }

  @Override
  public void batchEnded(BatchEnd end) {
    tell(listener -> listener.batchEnded(end));
  }

  @Override
  public void slotLeft(String modelUuid) {
    tell(listener -> listener.slotLeft(modelUuid));
  }

  @Override
  public void modelSeen(Model before, Model after, Instant at) {
    tell(listener -> listener.modelSeen(before, after, at));
  }

  @Override
  public void jobEnded(String jobType, JobOutcome outcome) {
    tell(listener -> listener.jobEnded(jobType, outcome));
  }

  @Override
  public void incidentRaised(IncidentCause cause) {
    tell(listener -> listener.incidentRaised(cause));
  }

  @Override
  public void operatorNeeded(long processInstanceKey, String message) {
    tell(listener -> listener.operatorNeeded(processInstanceKey, message));
  }

  private void tell(Consumer<WorkerListener> news) {
    listeners.forEach(news);
  }
}
