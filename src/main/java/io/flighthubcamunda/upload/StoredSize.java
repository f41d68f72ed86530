package io.flighthubcamunda.upload;

import io.flighthubcamunda.imageset.PlannedFile;
import io.flighthubcamunda.storage.ObjectStore;
import io.flighthubcamunda.storage.StorageException;

/**
 * Holds the size of an object in the store against the file's, for objects whose ETag tells nothing
 * about their bytes. Where the temporary key may not look at what it wrote, it remains that the
 * store said yes to a request that names its length: it may only do so after it got all of it.
 */
record StoredSize(ObjectStore store) {

  /**
   * @throws StorageException PASSING when the object has another size
   */
  void require(PlannedFile file) {
    var found = store.find(file.objectName());
    if (found.isPresent() && found.get().size() != file.source().size()) {
      throw new StorageException(
          StorageException.Kind.PASSING,
          "The store holds %,d bytes of %s, and %,d were sent."
              .formatted(found.get().size(), file.objectName(), file.source().size()),
          null);
    }
  }
}
