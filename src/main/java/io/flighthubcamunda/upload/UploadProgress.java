package io.flighthubcamunda.upload;

/** Hears of bytes as they leave, from many threads, and says whether anybody still wants them. */
@FunctionalInterface
public interface UploadProgress {

  UploadProgress SILENT = bytes -> {};

  /**
   * @param bytes since the last call; those of a file that had to be sent again count again
   * @throws UploadCancelledException to end the upload
   */
  void sent(long bytes);

  /**
   * No byte moves, and on purpose: the store asked for a pause, a failed file waits for its next
   * try, or other batches take all of this process's turns. Called about once a second.
   */
  default void waiting() {}

  /**
   * Called about once a second, whether bytes move or not.
   *
   * @throws UploadCancelledException to end the upload
   */
  default void requireWanted() {}
}
