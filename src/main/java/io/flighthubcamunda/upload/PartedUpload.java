package io.flighthubcamunda.upload;

import io.flighthubcamunda.imageset.PlannedFile;
import io.flighthubcamunda.storage.ObjectStore;
import io.flighthubcamunda.storage.StorageException;
import java.util.ArrayList;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one large file in parts, each tried on its own, so that a cut costs one part. Parts belong
 * to the credential that they were begun with, like the path of the object.
 */
final class PartedUpload {

  private static final Logger LOG = LoggerFactory.getLogger(PartedUpload.class);

  /** The limit of S3 and OSS. */
  private static final long MOST_PARTS = 10_000;

  private final ObjectStore store;
  private final Attempts attempts;
  private final FileUpload upload;
  private final long partSize;

  PartedUpload(ObjectStore store, Attempts attempts, FileUpload upload, long partSize) {
    this.store = store;
    this.attempts = attempts;
    this.upload = upload;
    this.partSize = partSize;
  }

  /** Empty when the credential ended before. */
  Optional<UploadedFile> send(PlannedFile file) throws InterruptedException {
    var name = file.objectName();
    var begun = attempts.send(name, 0, () -> store.startParts(name));
    if (begun.isEmpty()) {
      return Optional.empty();
    }
    var uploadId = begun.get();
    var complete = false;
    try {
      var sent = sendParts(file, uploadId);
      complete = sent.isPresent();
      return sent;
    } finally {
      if (!complete) {
        abandon(name, uploadId);
      }
    }
  }

  private Optional<UploadedFile> sendParts(PlannedFile file, String uploadId)
      throws InterruptedException {
    var name = file.objectName();
    var size = file.source().size();
    var length = lengthOfParts(size);
    var etags = new ArrayList<String>();
    for (long begin = 0; begin < size; begin += length) {
      var from = begin;
      var bytes = Math.min(length, size - begin);
      var number = etags.size() + 1;
      var part =
          attempts.send(
              "Part %d of %s".formatted(number, name),
              bytes,
              () ->
                  upload.send(
                      file,
                      from,
                      bytes,
                      (content, observer) ->
                          store.putPart(name, uploadId, number, content, observer)));
      if (part.isEmpty()) {
        return Optional.empty();
      }
      etags.add(part.get().etag());
    }
    return attempts
        .send(name, 0, () -> store.completeParts(name, uploadId, etags))
        .map(etag -> new UploadedFile(name, etag));
  }

  private long lengthOfParts(long size) {
    return Math.max(partSize, Math.ceilDiv(size, MOST_PARTS));
  }

  /** Parts that nobody completes cost the store's owner money. */
  private void abandon(String name, String uploadId) {
    try {
      store.abandonParts(name, uploadId);
    } catch (StorageException e) {
      LOG.debug("The parts of {} stay in the store: {}", name, e.getMessage());
    }
  }
}
