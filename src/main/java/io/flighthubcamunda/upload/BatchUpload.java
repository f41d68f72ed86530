package io.flighthubcamunda.upload;

import io.flighthubcamunda.imageset.Batch;
import io.flighthubcamunda.imageset.ImageSource;
import io.flighthubcamunda.imageset.SourceFileChangedException;
import io.flighthubcamunda.storage.StorageException;
import io.flighthubcamunda.storage.StoreConnections;
import java.time.InstantSource;
import java.util.concurrent.atomic.LongAdder;

/**
 * Sends the files of batches, several at a time. One for the whole process. What passes is healed
 * inside the batch: a file that failed is sent again, a busy store is left alone for as long as it
 * asks for, a credential that ends is followed by a new one for the files that are left. What does
 * not heal ends the batch: the rest is not sent, and the whole batch may be sent again, since an
 * object of the same name is replaced.
 */
public final class BatchUpload {

  private final UploadLevel level;
  private final StoreConnections connections;
  private final UploadSettings settings;
  private final InstantSource clock;
  private final Pause pause;
  private final StoreQuiet quiet;
  private final LongAdder moved = new LongAdder();

  /**
   * @param clock the time by which credentials expire
   */
  public BatchUpload(
      UploadLevel level,
      StoreConnections connections,
      UploadSettings settings,
      InstantSource clock,
      Pause pause) {
    this.level = level;
    this.connections = connections;
    this.settings = settings;
    this.clock = clock;
    this.pause = pause;
    this.quiet = new StoreQuiet(pause);
  }

  /**
   * @throws SourceFileChangedException when a file changed, shrank, vanished, or can't be read
   * @throws StorageException when the store refuses or is silent, again and again
   * @throws UploadCancelledException when {@code progress} said so, or the thread was interrupted
   */
  public SentBatch upload(
      Batch batch, ImageSource source, CredentialSource credentials, UploadProgress progress) {
    var pulse = new BatchPulse(progress, pause, moved);
    try (var unfinished = new UnfinishedUploads(connections)) {
      var sending =
          new BatchSending(batch, credentials, clock, pulse, unfinished::partsCarriedOver);
      return sending.run(
          (files, credential, life, pace) -> {
            var attempts = new Attempts(level, quiet, pulse, life, pace);
            var upload = new FileUpload(source, settings.verify(), bytes -> moved(bytes, pulse));
            var sender =
                ObjectSender.of(credential, connections, settings, attempts, upload, unfinished);
            return new CredentialRound(pulse).send(files, sender::send);
          });
    } catch (UploadCancelledException e) {
      throw new UploadCancelledException(
          "Sending of batch %d stopped after %d of %d files and %,d bytes. %s"
              .formatted(
                  batch.number(),
                  pulse.filesSent(),
                  batch.files().size(),
                  pulse.bytes(),
                  e.getMessage()));
    }
  }

  private void moved(long bytes, BatchPulse pulse) {
    connections.shortestHandshake().ifPresent(level::handshake);
    level.sent(bytes);
    pulse.moved(bytes);
  }
}
