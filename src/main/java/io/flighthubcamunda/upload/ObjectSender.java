package io.flighthubcamunda.upload;

import io.flighthubcamunda.api.StorageCredential;
import io.flighthubcamunda.imageset.PlannedFile;
import io.flighthubcamunda.storage.ObjectStore;
import io.flighthubcamunda.storage.StoreConnections;
import java.util.Optional;

/** Sends files with one credential, each as one object. */
final class ObjectSender {

  private final ObjectStore store;
  private final Attempts attempts;
  private final FileUpload upload;
  private final PartedUpload inParts;
  private final UploadSettings settings;

  private ObjectSender(
      ObjectStore store,
      UploadSettings settings,
      Attempts attempts,
      FileUpload upload,
      PartedUpload inParts) {
    this.store = store;
    this.settings = settings;
    this.attempts = attempts;
    this.upload = upload;
    this.inParts = inParts;
  }

  static ObjectSender of(
      StorageCredential credential,
      StoreConnections connections,
      UploadSettings settings,
      Attempts attempts,
      FileUpload upload,
      UnfinishedUploads unfinished) {
    var store = ObjectStore.of(credential, connections);
    var inParts =
        new PartedUpload(
            credential,
            store,
            attempts,
            upload,
            new PartedCompletion(store, settings.verify()),
            unfinished,
            settings.partSize());
    return new ObjectSender(store, settings, attempts, upload, inParts);
  }

  /** Empty when the credential ended before. */
  Optional<UploadedFile> send(PlannedFile file) throws InterruptedException {
    var size = file.source().size();
    if (size >= settings.multipartFrom()) {
      return inParts.send(file);
    }
    var onePiece = new OnePiece(file, store, upload, settings.verify());
    return attempts
        .send(file.objectName(), size, onePiece::send)
        .map(etag -> new UploadedFile(file.objectName(), etag));
  }
}
