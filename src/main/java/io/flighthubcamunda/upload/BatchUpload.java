package io.flighthubcamunda.upload;

import io.flighthubcamunda.imageset.Batch;
import io.flighthubcamunda.imageset.ImageSource;
import io.flighthubcamunda.imageset.PlannedFile;
import io.flighthubcamunda.imageset.SourceFileChangedException;
import io.flighthubcamunda.storage.ObjectStore;
import io.flighthubcamunda.storage.StorageException;
import io.flighthubcamunda.storage.StoreConnections;
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

  private final UploadLevel level;
  private final StoreConnections connections;
  private final boolean verify;

  /**
   * @param verify whether to hold each object's ETag against the file's MD5 where the ETag is one
   */
  public BatchUpload(UploadLevel level, StoreConnections connections, boolean verify) {
    this.level = level;
    this.connections = connections;
    this.verify = verify;
  }

  /**
   * @throws SourceFileChangedException when a file changed, shrank or vanished
   * @throws StorageException when the store refuses or is silent
   * @throws UploadCancelledException when {@code progress} said so
   */
  public SentBatch upload(
      Batch batch, ImageSource source, CredentialSource credentials, UploadProgress progress) {
    var credential = credentials.obtain();
    var fileUpload = new FileUpload(source, verify);
    try (var store = ObjectStore.open(credential, connections);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var ended = new ExecutorCompletionService<UploadedFile>(threads);
      var sending =
          batch.files().stream()
              .map(file -> ended.submit(() -> send(fileUpload, file, store, progress)))
              .toList();
      return new SentBatch(
          credential.callbackParam(), credential.expiresAt(), collect(sending, ended, threads));
    }
  }

  private UploadedFile send(
      FileUpload fileUpload, PlannedFile file, ObjectStore store, UploadProgress progress)
      throws InterruptedException {
    try (var permit = level.acquire()) {
      return fileUpload.upload(
          file,
          store,
          bytes -> {
            level.sent(bytes);
            progress.sent(bytes);
          });
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
