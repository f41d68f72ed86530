package io.flighthubcamunda.worker.job;

import io.camunda.client.api.response.ActivatedJob;
import io.flighthubcamunda.api.FlightHubRefusalException;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.api.RefusalReason;
import io.flighthubcamunda.api.StorageCredential;
import io.flighthubcamunda.upload.CredentialSource;
import io.flighthubcamunda.upload.UploadedFile;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Credentials for one batch, and the registration of what was sent with those that ended. */
record BatchCredentials(
    OpenModelApi flightHub,
    BatchRegistration registration,
    BatchRegistration.Target target,
    ActivatedJob job)
    implements CredentialSource {

  private static final Logger LOG = LoggerFactory.getLogger(BatchCredentials.class);

  @Override
  public StorageCredential obtain() {
    return flightHub.obtainToken();
  }

  /**
   * What FlightHub does not take is sent again: that it says why is left to the registration at the
   * end.
   */
  @Override
  public Set<String> register(StorageCredential credential, List<UploadedFile> files) {
    registration.requireAwaited(job);
    try {
      var missing = registration.register(target, credential.callbackParam(), files, job);
      return files.stream()
          .filter(file -> !missing.contains(file))
          .map(UploadedFile::name)
          .collect(Collectors.toSet());
    } catch (FlightHubRefusalException e) {
      if (e.reason() != RefusalReason.CREDENTIAL_EXPIRED) {
        throw e;
      }
      LOG.warn("{} files are uploaded again: {}", files.size(), e.getMessage());
      return Set.of();
    }
  }
}
