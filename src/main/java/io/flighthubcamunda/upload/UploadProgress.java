package io.flighthubcamunda.upload;

/** Hears of bytes as they leave, from many threads. */
@FunctionalInterface
public interface UploadProgress {

  UploadProgress SILENT = bytes -> {};

  /**
   * @param bytes sent since the last call, above 0
   * @throws UploadCancelledException to end the upload
   */
  void sent(long bytes);
}
