package io.flighthubcamunda.upload;

import io.flighthubcamunda.imageset.PlannedFile;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Sends files side by side with one credential, until they are through or the credential ends. The
 * first failure that is final ends them all.
 */
final class CredentialRound {

  private static final long LOOK_MILLIS = 1000;

  private final BatchPulse pulse;

  CredentialRound(BatchPulse pulse) {
    this.pulse = pulse;
  }

  /** Sends one file; empty when the credential ended before. */
  @FunctionalInterface
  interface Sender {
    Optional<UploadedFile> send(PlannedFile file) throws InterruptedException;
  }

  /**
   * @return what was sent, in the order of the files
   */
  List<UploadedFile> send(List<PlannedFile> files, Sender sender) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        var ended = new ExecutorCompletionService<Optional<UploadedFile>>(threads);
        var sending =
            files.stream()
                .map(file -> (Callable<Optional<UploadedFile>>) () -> sender.send(file))
                .map(ended::submit)
                .toList();
        await(sending.size(), ended);
        return sending.stream().map(Future::resultNow).flatMap(Optional::stream).toList();
      } catch (RuntimeException e) {
        threads.shutdownNow();
        throw e;
      }
    }
  }

  /** Whichever ends next: a large file must not hide that another one failed. */
  private void await(int count, ExecutorCompletionService<Optional<UploadedFile>> ended) {
    try {
      for (int through = 0; through < count; ) {
        var next = ended.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
          through++;
          next.get().ifPresent(sent -> pulse.fileSent());
        }
        pulse.look();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UploadCancelledException("The worker is being shut down.");
    }
  }
}
