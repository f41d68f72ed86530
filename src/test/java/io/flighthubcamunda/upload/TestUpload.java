package io.flighthubcamunda.upload;

import io.flighthubcamunda.api.StorageCredential;
import io.flighthubcamunda.imageset.Batch;
import io.flighthubcamunda.imageset.FolderSource;
import io.flighthubcamunda.imageset.ImageSource;
import io.flighthubcamunda.storage.StoreConnections;
import io.flighthubcamunda.storage.TestCredential;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Sends batches with a fixed number of files at once. Pauses take no time, but the clock goes on by
 * them.
 */
class TestUpload {

  private final ImageSource source;
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private final UploadLevel level;
  private final UploadSettings settings;
  private final StoreConnections connections;
  private volatile Duration passed = Duration.ZERO;

  TestUpload(Path folder, int parallelFiles, boolean verify) {
    this(
        new FolderSource(folder),
        new UploadLevel(parallelFiles, parallelFiles),
        UploadSettings.inOnePiece(verify),
        TestCredential.connections());
  }

  TestUpload(
      ImageSource source,
      UploadLevel level,
      UploadSettings settings,
      StoreConnections connections) {
    this.source = source;
    this.level = level;
    this.settings = settings;
    this.connections = connections;
  }

  /** With one credential that is never asked to be followed by another. */
  List<UploadedFile> upload(Batch batch, StorageCredential credential, UploadProgress progress) {
    return send(batch, new OneCredential(credential), progress).files();
  }

  SentBatch send(Batch batch, CredentialSource credentials, UploadProgress progress) {
    return new BatchUpload(level, connections, settings, this::now, new TestPause())
        .upload(batch, source, credentials, progress);
  }

  Instant now() {
    return Instant.now().plus(passed);
  }

  synchronized void pause(Duration duration) {
    pauses.add(duration);
    passed = passed.plus(duration);
  }

  /** How long files were made to wait, in the order of their pauses. */
  List<Duration> pauses() {
    return List.copyOf(pauses);
  }

  private final class TestPause implements Pause {

    @Override
    public void of(Duration duration) {
      pause(duration);
    }

    @Override
    public long nanoTime() {
      return ChronoUnit.NANOS.between(Instant.EPOCH, now());
    }
  }

  private record OneCredential(StorageCredential credential) implements CredentialSource {
    @Override
    public StorageCredential obtain() {
      return credential;
    }

    @Override
    public Set<String> register(StorageCredential ended, List<UploadedFile> files) {
      throw new AssertionError("The credential was good enough for all of the batch.");
    }
  }
}
