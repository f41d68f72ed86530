package io.flighthubcamunda.upload;

import io.flighthubcamunda.api.StorageCredential;
import io.flighthubcamunda.storage.ObjectStore;
import io.flighthubcamunda.storage.StorageException;
import io.flighthubcamunda.storage.StoreConnections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uploads in parts that one try to send a batch began and has not completed yet. They outlive a
 * credential where the next one names the same object. As far as is known it does not: the path
 * belongs to the token (fact sheet 2.3, step 6); then the old parts are removed and the file begins
 * anew.
 *
 * <p>They do not outlive the try. Another worker gets a credential of its own, and so, as far as is
 * known, another path; and of parts that it did not send it could not say that they are whole.
 */
final class UnfinishedUploads implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(UnfinishedUploads.class);

  private final StoreConnections connections;
  private final Map<String, PartedObject> byName = new ConcurrentHashMap<>();

  UnfinishedUploads(StoreConnections connections) {
    this.connections = connections;
  }

  PartedObject begin(String name, String uploadId, StorageCredential credential) {
    var object = new PartedObject(name, uploadId, credential);
    byName.put(name, object);
    return object;
  }

  /** What an ended credential left of a file, if this one can go on with it. */
  Optional<PartedObject> carriedOver(String name, StorageCredential credential) {
    var left = byName.get(name);
    if (left == null) {
      return Optional.empty();
    }
    if (!left.isAlsoOf(credential)) {
      byName.remove(name);
      abandon(left);
      return Optional.empty();
    }
    left.carryOver(credential);
    return Optional.of(left);
  }

  /** It was completed, or the store has forgotten it. */
  void gone(PartedObject object) {
    byName.remove(object.name());
  }

  /** Parts in the store that more than one credential worked for. */
  int partsCarriedOver() {
    return byName.values().stream()
        .filter(PartedObject::carriedOver)
        .mapToInt(PartedObject::partsSent)
        .sum();
  }

  /** Removes what was not completed. */
  @Override
  public void close() {
    byName.values().forEach(this::abandon);
    byName.clear();
  }

  /** Parts that nobody completes cost the store's owner money. */
  private void abandon(PartedObject object) {
    try {
      ObjectStore.of(object.credential(), connections)
          .abandonParts(object.name(), object.uploadId());
    } catch (StorageException e) {
      LOG.debug("The parts of {} stay in the store: {}", object.name(), e.getMessage());
    }
  }
}
