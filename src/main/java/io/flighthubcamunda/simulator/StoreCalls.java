package io.flighthubcamunda.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Temporary credentials and the registration of what was uploaded with them (2.2 and 2.4). */
final class StoreCalls {

  private final SimulatorSettings settings;
  private final State state;
  private final Credentials credentials;
  private final ObjectStore store;
  private final Supplier<URI> storeUri;
  private final ShotReader shots;

  StoreCalls(
      SimulatorSettings settings,
      State state,
      Credentials credentials,
      ObjectStore store,
      Supplier<URI> storeUri) {
    this.settings = settings;
    this.state = state;
    this.credentials = credentials;
    this.store = store;
    this.storeUri = storeUri;
    this.shots = new ShotReader(store);
  }

  record Token(
      String cloudName,
      String accessKeyId,
      String secretAccessKey,
      String sessionToken,
      String region,
      String cloudBucketName,
      String callbackParam,
      String storePath,
      long expireTime,
      String endPoint) {

    @Override
    public String toString() {
      return "Token[keys=***, storePath=%s, endPoint=%s]".formatted(storePath, endPoint);
    }
  }

  /** Says {@code minio}, because this store wants path style. */
  Optional<Object> obtainToken(Call call) {
    Duration lifetime = settings.timing().credentialLifetime();
    Credential credential =
        credentials.issue(
            call.project(),
            settings.behaviour().storePathIsKept() ? "all" : UUID.randomUUID().toString(),
            settings.behaviour().resultsAreReadable(),
            call.now(),
            lifetime);
    return Optional.of(
        new Token(
            "minio",
            credential.accessKeyId(),
            credential.secretAccessKey(),
            credential.sessionToken(),
            ObjectStore.REGION,
            ObjectStore.BUCKET,
            credential.callbackParam(),
            credential.storePath(),
            credential.expiresAt().getEpochSecond(),
            storeUri.get().toString()));
  }

  record Registered(String resourceUuid, int uploadCount, List<String> fileNameList) {}

  /** All files are checked before the first is registered: a refusal leaves nothing behind. */
  Optional<Object> uploadCallback(Call call) {
    String resourceUuid = call.text("resource_uuid");
    Credential credential = credential(call);
    Map<String, String> etags = etagsByName(call.body().path("files"));
    List<ResourceFile> files =
        etags.entrySet().stream()
            .map(file -> stored(credential, file.getKey(), file.getValue()))
            .toList();
    state.locked(
        () -> {
          Resource resource = state.resourceOrNew(resourceUuid, call.project());
          if (resource.status(call.now(), settings.timing()) != Resource.USABLE) {
            throw RefusalCode.RESOURCE_NOT_USABLE.because("resource %s is deleted", resourceUuid);
          }
          resource.rename(call.body().path("resource_name").asText(resource.name()));
          files.forEach(resource::add);
          return resource;
        });
    return Optional.of(new Registered(resourceUuid, etags.size(), List.copyOf(etags.keySet())));
  }

  private Credential credential(Call call) {
    return credentials
        .withCallbackParam(call.text("callback_param"))
        .filter(found -> found.project().equals(call.project()) && !found.expired(call.now()))
        .orElseThrow(
            () ->
                RefusalCode.CALLBACK_PARAM_UNKNOWN.because("callback_param is unknown or expired"));
  }

  private static Map<String, String> etagsByName(JsonNode files) {
    if (!files.isArray() || files.isEmpty() || files.size() > Limits.CALLBACK_FILES) {
      throw RefusalCode.PARAMETER.because("files must hold 1 to %d files", Limits.CALLBACK_FILES);
    }
    Map<String, String> etags = new LinkedHashMap<>();
    for (JsonNode file : files) {
      String name = file.path("name").asText("");
      String etag = file.path("etag").asText("");
      if (name.isBlank() || etag.isBlank()) {
        throw RefusalCode.PARAMETER.because("every file needs name and etag");
      }
      if (etags.put(name, etag) != null) {
        throw RefusalCode.PARAMETER.because("file %s is named twice", name);
      }
    }
    return etags;
  }

  private ResourceFile stored(Credential credential, String name, String etag) {
    String key = credential.storePath().replace(Credential.FILE_NAME, name);
    ObjectStore.StoredObject object =
        store
            .find(key)
            .orElseThrow(() -> RefusalCode.OBJECT_MISSING.because("%s was not uploaded", name));
    if (!settings.behaviour().etagCheck().accepts(etag, object.etag())) {
      throw RefusalCode.ETAG_DIFFERS.because("etag of %s differs from the stored object", name);
    }
    Optional<ShotInfo> shot =
        ResourceFile.imageName(name) ? Optional.of(shots.read(key)) : Optional.empty();
    return new ResourceFile(name, key, object.sizeBytes(), shot);
  }
}
