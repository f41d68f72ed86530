package io.flighthubcamunda.upload;

import io.flighthubcamunda.imageset.PlannedFile;
import io.flighthubcamunda.storage.ObjectStore;
import io.flighthubcamunda.storage.StorageException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Lets the store make one object of parts, and makes sure that it did.
 *
 * @param verify whether to hold the object's ETag or size against what was sent
 */
record PartedCompletion(ObjectStore store, boolean verify) {

  /**
   * A request that may be tried again. The answer to the first may be lost and the store be through
   * with it all the same; to the second it then says that there is no such upload.
   */
  Supplier<String> request(PlannedFile file, PartedObject object) {
    var lost = new AtomicBoolean();
    return () -> {
      try {
        var etags = object.inOrder().stream().map(FileUpload.Sent::etag).toList();
        return store.completeParts(object.name(), object.uploadId(), etags);
      } catch (StorageException e) {
        if (e.kind() == StorageException.Kind.LASTING && lost.get()) {
          return store
              .find(object.name())
              .filter(found -> found.size() == file.source().size())
              .map(ObjectStore.Found::etag)
              .orElseThrow(() -> e);
        }
        lost.set(lost.get() || e.kind() == StorageException.Kind.PASSING);
        throw e;
      }
    };
  }

  /**
   * Each part was held against its own ETag already, and the store was told all of them.
   *
   * @throws StorageException PASSING when the object is another one
   */
  void require(PlannedFile file, PartedObject object, String etag) {
    if (!verify) {
      return;
    }
    var parts = object.inOrder();
    var comparable = parts.stream().allMatch(part -> new ObjectEtag(part.etag()).isMd5());
    var md5s = parts.stream().map(FileUpload.Sent::md5).flatMap(Optional::stream).toList();
    if (comparable && new ObjectEtag(etag).isOfParts(md5s)) {
      return;
    }
    if (comparable && store.isAmazon()) {
      throw new StorageException(
          StorageException.Kind.PASSING,
          "The store made another object of the parts of %s than was sent (its ETag is %s)."
              .formatted(file.objectName(), etag),
          null);
    }
    new StoredSize(store).require(file);
  }
}
