package io.flighthubcamunda.source;

import io.flighthubcamunda.imageset.ImageSetException;
import io.flighthubcamunda.imageset.ImageSetException.Code;
import io.flighthubcamunda.imageset.SourceUnavailableException;
import io.flighthubcamunda.s3.RootCause;
import io.flighthubcamunda.s3.S3Clients;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The way to the buckets that image sets are read from: one client for the process, opened when it
 * is first needed, and sentences for what can go wrong. Safe for many threads.
 */
final class S3Access implements AutoCloseable {

  /** Heads are read by this many at once, and as many files may be sent on meanwhile. */
  static final int READS_AT_ONCE = 24;

  private static final int CONNECTIONS = 64;
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private final S3SourceSettings settings;
  private final AwsCredentialsProvider credentials;
  private S3Client client;

  S3Access(S3SourceSettings settings) {
    this(settings, DefaultCredentialsProvider.builder().build());
  }

  S3Access(S3SourceSettings settings, AwsCredentialsProvider credentials) {
    this.settings = settings;
    this.credentials = credentials;
  }

  /**
   * Asks the store.
   *
   * @param what for messages, such as {@code the list of s3://bucket/prefix}
   * @throws ImageSetException when the store refuses for a reason that lasts
   * @throws SourceUnavailableException when the store does not answer now
   * @throws S3Exception for what concerns one object: 404 for a key, 412, 416
   */
  <T> T call(String what, S3Call<T> request) {
    try {
      return request.to(client());
    } catch (S3Exception e) {
      throw refusal(what, e);
    } catch (SdkException e) {
      throw new SourceUnavailableException(
          "%s did not give %s (%s)."
              .formatted(settings.storeName(), what, new RootCause(e).message()),
          e);
    }
  }

  /** One request to the store. */
  @FunctionalInterface
  interface S3Call<T> {
    T to(S3Client client);
  }

  private RuntimeException refusal(String what, S3Exception e) {
    String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
    String said = "HTTP %d%s".formatted(e.statusCode(), code == null ? "" : " " + code).strip();
    return switch (e.statusCode()) {
      case 404 -> "NoSuchBucket".equals(code) ? noBucket(what, e) : e;
      case 412, 416 -> e;
      case 401, 403 ->
          lasting(
              "%s refused %s (%s): check the AWS credentials in the workers' environment, this"
                      .formatted(settings.storeName(), what, said)
                  + " machine's clock, and the rights s3:ListBucket and s3:GetObject.",
              e);
      case 301, 307, 400 ->
          lasting(
              "%s refused %s (%s): check flighthub.source.s3.region, .endpoint and .path-style."
                  .formatted(settings.storeName(), what, said),
              e);
      default ->
          e.statusCode() >= 500 || e.statusCode() == 429 || e.statusCode() == 408
              ? new SourceUnavailableException(
                  "%s did not give %s (%s).".formatted(settings.storeName(), what, said), e)
              : lasting("%s refused %s (%s).".formatted(settings.storeName(), what, said), e);
    };
  }

  private ImageSetException noBucket(String what, S3Exception e) {
    return new ImageSetException(
        Code.FOLDER_MISSING,
        "%s has no such bucket: it could not give %s.".formatted(settings.storeName(), what),
        e);
  }

  private static ImageSetException lasting(String message, Exception cause) {
    return new ImageSetException(Code.UNREADABLE, message, cause);
  }

  private synchronized S3Client client() {
    if (client == null) {
      requireCredentials();
      var builder =
          S3Clients.plain()
              .credentialsProvider(credentials)
              .region(region())
              .forcePathStyle(settings.usesPathStyle())
              .httpClientBuilder(
                  Apache5HttpClient.builder()
                      .maxConnections(CONNECTIONS)
                      .connectionTimeout(CONNECT)
                      .socketTimeout(SILENCE)
                      .connectionAcquisitionTimeout(SILENCE));
      settings.url().ifPresent(builder::endpointOverride);
      client = builder.build();
    }
    return client;
  }

  private void requireCredentials() {
    try {
      credentials.resolveCredentials();
    } catch (SdkClientException e) {
      throw lasting(
          "No AWS credentials were found to read from %s: set AWS_ACCESS_KEY_ID and"
                  .formatted(settings.storeName())
              + " AWS_SECRET_ACCESS_KEY in the environment, or a profile.",
          e);
    }
  }

  private Region region() {
    if (!settings.region().isEmpty()) {
      return Region.of(settings.region());
    }
    Supplier<Region> environment = new DefaultAwsRegionProviderChain()::getRegion;
    try {
      return settings.url().isPresent() ? Region.US_EAST_1 : environment.get();
    } catch (SdkClientException e) {
      return Region.US_EAST_1;
    }
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.close();
    }
  }
}
