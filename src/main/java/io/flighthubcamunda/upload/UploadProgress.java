package io.flighthubcamunda.upload;

/** Hears of bytes as they leave, from many threads. */
@FunctionalInterface
public interface UploadProgress {

  UploadProgress SILENT = bytes -> {};

  /**
   * @param bytes since the last call; those of a file that had to be sent again count again
   * @throws UploadCancelledException to end the upload
   */
  void sent(long bytes);
}
