package io.flighthubcamunda.upload;

/** Nobody wants this batch any more: stop sending. */
public final class UploadCancelledException extends RuntimeException {

  public UploadCancelledException(String message) {
    super(message);
  }

  /** The interruption of this thread stays known. */
  static UploadCancelledException interrupted() {
    Thread.currentThread().interrupt();
    return new UploadCancelledException("The worker is being shut down.");
  }
}
