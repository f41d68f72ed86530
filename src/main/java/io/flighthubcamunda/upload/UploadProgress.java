package io.flighthubcamunda.upload;

/** Hears of bytes as they leave, from many threads. */
@FunctionalInterface
public interface UploadProgress {

  UploadProgress SILENT = bytes -> {};

  /**
   * @param bytes of the file since the last call; each byte counts once however often the store's
   *     client reads it, so 0 means that something still moves
   * @throws UploadCancelledException to end the upload
   */
  void sent(long bytes);
}
