package io.flighthubcamunda.worker.job;

/** Hears of uploaded bytes inside this worker, for a progress display in the same process. */
@FunctionalInterface
public interface UploadListener {

  void sent(String resourceUuid, long bytes);
}
