package io.flighthubcamunda.upload;

import io.flighthubcamunda.api.StorageCredential;

/** Gives credentials while a batch is sent, as many as that takes. */
@FunctionalInterface
public interface CredentialSource {

  /** A new credential. */
  StorageCredential obtain();
}
