package io.flighthubcamunda.upload;

import io.flighthubcamunda.api.StorageCredential;
import io.flighthubcamunda.imageset.PlannedFile;
import io.flighthubcamunda.storage.ObjectStore;
import io.flighthubcamunda.storage.StoreConnections;
import java.util.Optional;

/** Sends files with one credential, each as one object. */
final class ObjectSender implements AutoCloseable {

  private final ObjectStore store;
  private final Attempts attempts;
  private final FileUpload upload;

  private ObjectSender(ObjectStore store, Attempts attempts, FileUpload upload) {
    this.store = store;
    this.attempts = attempts;
    this.upload = upload;
  }

  static ObjectSender open(
      StorageCredential credential,
      StoreConnections connections,
      UploadSettings settings,
      Attempts attempts,
      FileUpload upload) {
    return new ObjectSender(ObjectStore.open(credential, connections), attempts, upload);
  }

  /** Empty when the credential ended before. */
  Optional<UploadedFile> send(PlannedFile file) throws InterruptedException {
    var name = file.objectName();
    var size = file.source().size();
    return attempts
        .send(
            name,
            size,
            () ->
                upload.send(
                    file, 0, size, (content, observer) -> store.put(name, content, observer)))
        .map(sent -> new UploadedFile(name, sent.etag()));
  }

  @Override
  public void close() {
    store.close();
  }
}
