package io.flighthubcamunda.upload;

import io.flighthubcamunda.api.StorageCredential;
import java.util.List;
import java.util.Set;

/** Gives credentials while a batch is sent, as many as that takes. */
public interface CredentialSource {

  /** A new credential. */
  StorageCredential obtain();

  /**
   * Registers what was sent with a credential that ends before the batch is through: its callback
   * value ends with it (fact sheet 2.3).
   *
   * @param files at least one
   * @return the names that FlightHub took; the others are sent again with the next credential
   */
  Set<String> register(StorageCredential credential, List<UploadedFile> files);
}
