package io.flighthubcamunda.upload;

import io.flighthubcamunda.imageset.Batch;
import io.flighthubcamunda.storage.ObjectStore;
import io.flighthubcamunda.storage.StorageException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends the files of one batch, several at a time. The first failure ends the batch: the rest is
 * not sent, and the whole batch may be sent again, since an object of the same name is replaced.
 */
public final class BatchUpload {

  private final int parallelFiles;
  private final FileUpload fileUpload;

  /**
   * @param parallelFiles files sent at the same time, at least 1
   * @param verify whether to hold each object's ETag against the file's MD5 where the ETag is one
   */
  public BatchUpload(int parallelFiles, boolean verify) {
    this.parallelFiles = parallelFiles;
    this.fileUpload = new FileUpload(verify);
  }

  /**
   * @return one entry per file of the batch, in the batch's order
   * @throws SourceFileChangedException when a file changed, shrank or vanished
   * @throws StorageException when the store refuses or is silent
   * @throws UploadCancelledException when {@code progress} said so
   */
  public List<UploadedFile> upload(Batch batch, ObjectStore store, UploadProgress progress) {
    try (var threads = Executors.newFixedThreadPool(parallelFiles, Thread.ofVirtual().factory())) {
      var ended = new ExecutorCompletionService<UploadedFile>(threads);
      var sending =
          batch.files().stream()
              .map(file -> ended.submit(() -> fileUpload.upload(file, store, progress)))
              .toList();
      return collect(sending, ended, threads);
    }
  }

  private static List<UploadedFile> collect(
      List<Future<UploadedFile>> sending,
      ExecutorCompletionService<UploadedFile> ended,
      ExecutorService threads) {
    try {
      for (int i = 0; i < sending.size(); i++) {
        // Whichever ends next: a large file must not hide that another one failed.
        ended.take().get();
      }
      return sending.stream().map(Future::resultNow).toList();
    } catch (ExecutionException e) {
      threads.shutdownNow();
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
      throw new UploadCancelledException("The upload was interrupted.");
    }
  }
}
