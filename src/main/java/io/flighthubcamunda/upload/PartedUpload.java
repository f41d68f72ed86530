package io.flighthubcamunda.upload;

import io.flighthubcamunda.api.StorageCredential;
import io.flighthubcamunda.imageset.PlannedFile;
import io.flighthubcamunda.storage.ObjectStore;
import io.flighthubcamunda.storage.StorageException;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends large files in parts with one credential, several parts at a time. Each part waits for its
 * turn like a file, is read from the source as it leaves, and is tried on its own, so that a cut
 * costs one part. Parts that an ended credential left, see {@link UnfinishedUploads}, are not sent
 * again.
 */
final class PartedUpload {

  private static final Logger LOG = LoggerFactory.getLogger(PartedUpload.class);

  private final StorageCredential credential;
  private final ObjectStore store;
  private final Attempts attempts;
  private final FileUpload upload;
  private final PartedCompletion completion;
  private final UnfinishedUploads unfinished;
  private final long partSize;

  PartedUpload(
      StorageCredential credential,
      ObjectStore store,
      Attempts attempts,
      FileUpload upload,
      PartedCompletion completion,
      UnfinishedUploads unfinished,
      long partSize) {
    this.credential = credential;
    this.store = store;
    this.attempts = attempts;
    this.upload = upload;
    this.completion = completion;
    this.unfinished = unfinished;
    this.partSize = partSize;
  }

  /** Empty when the credential ended before. */
  Optional<UploadedFile> send(PlannedFile file) throws InterruptedException {
    var begun = carriedOver(file.objectName());
    if (begun.isEmpty()) {
      begun = begin(file.objectName());
    }
    if (begun.isEmpty() || !sendMissing(file, begun.get())) {
      return Optional.empty();
    }
    var object = begun.get();
    var etag = attempts.send(object.name(), 0, completion.request(file, object));
    if (etag.isEmpty()) {
      return Optional.empty();
    }
    unfinished.gone(object);
    completion.require(file, object, etag.get());
    return Optional.of(new UploadedFile(object.name(), etag.get()));
  }

  private Optional<PartedObject> begin(String name) throws InterruptedException {
    return attempts
        .send(name, 0, () -> store.startParts(name))
        .map(uploadId -> unfinished.begin(name, uploadId, credential));
  }

  private Optional<PartedObject> carriedOver(String name) throws InterruptedException {
    var left = unfinished.carriedOver(name, credential);
    if (left.isPresent()) {
      var there = attempts.send(name, 0, () -> stillThere(left.get()));
      if (there.isPresent() && !there.get()) {
        unfinished.gone(left.get());
        return Optional.empty();
      }
      LOG.info("{} goes on in parts; {} are in the store", name, left.get().partsSent());
    }
    return left;
  }

  private boolean stillThere(PartedObject object) {
    try {
      object.keepOnly(store.listParts(object.name(), object.uploadId()));
      return true;
    } catch (StorageException e) {
      return switch (e.kind()) {
        // A key that may write need not be one that may list. Whether it has ended, the next
        // request tells; whether all parts are there, the last one.
        case CREDENTIAL -> true;
        case LASTING -> false;
        case SLOW_DOWN, PASSING -> throw e;
      };
    }
  }

  /** Returns whether all are there now; otherwise the credential ended before. */
  private boolean sendMissing(PlannedFile file, PartedObject object) {
    var layout = PartLayout.of(file.source().size(), partSize);
    var missing = new ConcurrentLinkedQueue<>(object.missing(layout.count()));
    Callable<Boolean> sender =
        () -> {
          for (var number = missing.poll(); number != null; number = missing.poll()) {
            if (!sendPart(file, object, layout, number)) {
              return false;
            }
          }
          return true;
        };
    // One thread per turn that can be had: a file has up to 10,000 parts.
    var senders = Math.min(missing.size(), attempts.mostAtOnce());
    return SideBySide.run(Collections.nCopies(senders, sender), through -> {}, () -> {}).stream()
        .allMatch(Boolean::booleanValue);
  }

  private boolean sendPart(PlannedFile file, PartedObject object, PartLayout layout, int number)
      throws InterruptedException {
    var name = object.name();
    var length = layout.length(number);
    var part =
        attempts.send(
            "Part %d of %s".formatted(number, name),
            length,
            () ->
                upload.send(
                    file,
                    layout.begin(number),
                    length,
                    (content, observer) ->
                        store.putPart(name, object.uploadId(), number, content, observer),
                    // A part can't be asked for; the list of all of them may not be seen.
                    md5 -> {}));
    part.ifPresent(sent -> object.sent(number, sent));
    return part.isPresent();
  }
}
