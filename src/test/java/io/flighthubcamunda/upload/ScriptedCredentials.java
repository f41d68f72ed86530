package io.flighthubcamunda.upload;

import io.flighthubcamunda.api.FlightHubRefusalException;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.api.StorageCredential;
import io.flighthubcamunda.api.UploadCallback;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Credentials of the simulator, and registration with one resource. */
final class ScriptedCredentials implements CredentialSource {

  private final OpenModelApi api;
  private final String resourceUuid = UUID.randomUUID().toString();
  private final List<StorageCredential> given = new CopyOnWriteArrayList<>();
  private final List<String> registeredEarly = new CopyOnWriteArrayList<>();

  ScriptedCredentials(OpenModelApi api) {
    this.api = api;
  }

  @Override
  public StorageCredential obtain() {
    var credential = api.obtainToken();
    given.add(credential);
    return credential;
  }

  @Override
  public Set<String> register(StorageCredential credential, List<UploadedFile> files) {
    try {
      var taken = callback(credential.callbackParam(), files);
      registeredEarly.addAll(taken);
      return Set.copyOf(taken);
    } catch (FlightHubRefusalException e) {
      return Set.of();
    }
  }

  /** What a process does with a batch that was sent; returns all that the resource holds then. */
  List<String> finish(SentBatch sent) {
    if (!sent.files().isEmpty()) {
      callback(sent.callbackParam(), sent.files());
    }
    return api.getResource(resourceUuid).fileNames();
  }

  private List<String> callback(String callbackParam, List<UploadedFile> files) {
    var registrations =
        files.stream().map(file -> new UploadCallback.File(file.name(), file.etag())).toList();
    return api.uploadCallback(
            new UploadCallback(resourceUuid, "site", callbackParam, registrations))
        .fileNameList();
  }

  List<StorageCredential> given() {
    return List.copyOf(given);
  }

  List<String> registeredEarly() {
    return List.copyOf(registeredEarly);
  }
}
