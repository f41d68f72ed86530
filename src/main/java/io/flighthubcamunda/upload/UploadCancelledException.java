package io.flighthubcamunda.upload;

/** Nobody wants this batch any more: stop sending. */
public final class UploadCancelledException extends RuntimeException {

  public UploadCancelledException(String message) {
    super(message);
  }
}
