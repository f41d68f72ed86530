package io.flighthubcamunda.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * A ready-made address of a result. Whether FlightHub's {@code model/download-url} knows open
 * models is unknown (fact sheet 2.16), so it is off unless switched on.
 */
final class DownloadCall {

  private final SimulatorSettings settings;
  private final State state;
  private final Credentials credentials;
  private final Archives archives;
  private final Supplier<URI> storeUri;

  DownloadCall(
      SimulatorSettings settings,
      State state,
      Credentials credentials,
      Archives archives,
      Supplier<URI> storeUri) {
    this.settings = settings;
    this.state = state;
    this.credentials = credentials;
    this.archives = archives;
    this.storeUri = storeUri;
  }

  record DownloadUrl(String id, String url) {

    @Override
    public String toString() {
      return "DownloadUrl[id=%s, url=***]".formatted(id);
    }
  }

  /** The address is empty until there is a result (fact sheet 3.7). */
  Optional<Object> answer(Call call) {
    Model model = state.locked(() -> state.model(call.uuid(), call.project()));
    if (!state.locked(() -> model.at(call.now())).archived()) {
      return Optional.of(new DownloadUrl(call.uuid(), ""));
    }
    archives.ensure(model);
    return Optional.of(new DownloadUrl(call.uuid(), presigned(model, call)));
  }

  private String presigned(Model model, Call call) {
    Credential credential =
        credentials.issue(call.project(), call.now(), settings.timing().credentialLifetime());
    AwsSessionCredentials keys =
        AwsSessionCredentials.create(
            credential.accessKeyId(), credential.secretAccessKey(), credential.sessionToken());
    try (S3Presigner presigner =
        S3Presigner.builder()
            .endpointOverride(storeUri.get())
            .region(Region.of(ObjectStore.REGION))
            .credentialsProvider(StaticCredentialsProvider.create(keys))
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .build()) {
      return presigner
          .presignGetObject(
              request ->
                  request
                      // The store applies our own clock; this is only an upper bound.
                      .signatureDuration(Duration.ofDays(7))
                      .getObjectRequest(
                          get -> get.bucket(ObjectStore.BUCKET).key(model.archiveKey())))
          .url()
          .toString();
    }
  }
}
