package io.flighthubcamunda.upload;

import io.flighthubcamunda.api.StorageCredential;
import java.util.List;
import java.util.Set;

/** Gives credentials while a batch is sent, as many as that takes. */
@FunctionalInterface
public interface CredentialSource {

  /** A new credential. */
  StorageCredential obtain();

  /**
   * Registers what was sent with a credential that ends before the batch is through: its callback
   * value ends with it (fact sheet 2.3).
   *
   * @param files at least one
   * @return the names that FlightHub took; the others are sent again with the next credential; none
   *     where nothing can be registered early
   */
  default Set<String> register(StorageCredential credential, List<UploadedFile> files) {
    return Set.of();
  }
}
