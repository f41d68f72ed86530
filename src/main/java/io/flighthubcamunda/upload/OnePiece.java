package io.flighthubcamunda.upload;

import io.flighthubcamunda.imageset.PlannedFile;
import io.flighthubcamunda.storage.ObjectStore;
import io.flighthubcamunda.storage.StorageException;
import java.util.Optional;

/**
 * One file as one object, tried as often as its failures call for. When all of its bytes left and
 * no good answer came, the store is asked what it holds before they leave once more: a question
 * costs one round trip, a photograph on a slow line minutes.
 */
final class OnePiece {

  private final PlannedFile file;
  private final ObjectStore store;
  private final FileUpload upload;
  private final boolean verify;
  private boolean inDoubt;
  private Optional<byte[]> left = Optional.empty();

  OnePiece(PlannedFile file, ObjectStore store, FileUpload upload, boolean verify) {
    this.file = file;
    this.store = store;
    this.upload = upload;
    this.verify = verify;
  }

  /** One try; returns the ETag. */
  String send() {
    return inDoubt ? held().orElseGet(this::put) : put();
  }

  private String put() {
    inDoubt = false;
    var sent =
        upload.send(
            file,
            0,
            file.source().size(),
            (content, observer) -> store.put(file.objectName(), content, observer),
            this::doubt);
    if (verify && !new ObjectEtag(sent.etag()).isMd5()) {
      doubt(sent.md5());
      new StoredSize(store).require(file);
    }
    return sent.etag();
  }

  private void doubt(Optional<byte[]> md5) {
    inDoubt = true;
    left = md5;
  }

  /** The ETag of what the store holds, where that is what left. */
  private Optional<String> held() {
    upload.requireUnchanged(file);
    try {
      return store.find(file.objectName()).filter(this::isWhatLeft).map(ObjectStore.Found::etag);
    } catch (StorageException e) {
      if (e.kind() == StorageException.Kind.LASTING) {
        // It holds nothing of this name.
        return Optional.empty();
      }
      throw e;
    }
  }

  private boolean isWhatLeft(ObjectStore.Found found) {
    return found.size() == file.source().size()
        && found.etag() != null
        && left.map(md5 -> new ObjectEtag(found.etag()).allows(md5)).orElse(true);
  }
}
