package io.flighthubcamunda.upload;

import io.flighthubcamunda.imageset.PlannedFile;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Sends files side by side with one credential, until they are through or the credential ends. The
 * first failure that is final ends them all.
 */
final class CredentialRound {

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
    var tasks =
        files.stream()
            .map(file -> (Callable<Optional<UploadedFile>>) () -> sender.send(file))
            .toList();
    return SideBySide.run(tasks, sent -> sent.ifPresent(file -> pulse.fileSent()), pulse::look)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }
}
