package io.flighthubcamunda.storage;

import io.flighthubcamunda.api.StorageCredential;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * One bucket, with one temporary credential. Safe for many threads; close it when the credential is
 * no longer needed.
 */
public final class ObjectStore implements AutoCloseable {

  private final StorageCredential credential;
  private final S3Client s3;

  private ObjectStore(StorageCredential credential, S3Client s3) {
    this.credential = credential;
    this.s3 = s3;
  }

  /**
   * @throws StorageException when the address is unusable
   */
  public static ObjectStore open(StorageCredential credential, StoreConnections connections) {
    var address = StoreAddress.of(credential, connections.settings().allowHttp());
    var keys =
        AwsSessionCredentials.create(
            credential.accessKeyId(), credential.secretAccessKey(), credential.sessionToken());
    var s3 =
        S3Client.builder()
            .endpointOverride(address.endpoint())
            .region(Region.of(address.region()))
            .credentialsProvider(StaticCredentialsProvider.create(keys))
            // OSS and other stores refuse the SDK's checksum trailers and chunked signing.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .serviceConfiguration(
                S3Configuration.builder()
                    .pathStyleAccessEnabled(address.pathStyle())
                    .chunkedEncodingEnabled(false)
                    .build())
            .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()))
            .httpClient(connections.client())
            .build();
    return new ObjectStore(credential, s3);
  }

  /**
   * Puts one object.
   *
   * @param fileName what goes into the credential's path template
   * @param observer hears of the chunks as they leave
   * @return the ETag exactly as the store gave it, with its quotes if it has any
   */
  public String put(String fileName, ObjectContent content, ChunkObserver observer) {
    var key = credential.keyOf(fileName);
    return call(
        "upload of " + fileName,
        () ->
            s3.putObject(
                    put -> put.bucket(credential.cloudBucketName()).key(key),
                    RequestBody.fromContentProvider(
                        () -> observed(content, observer),
                        content.length(),
                        "application/octet-stream"))
                .eTag());
  }

  private static InputStream observed(ObjectContent content, ChunkObserver observer) {
    try {
      return new ObservedInputStream(content.open(0), observer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens an object for reading; its length stands in the response. */
  public ResponseInputStream<GetObjectResponse> get(String key) {
    return call(
        "download of " + key,
        () -> s3.getObject(get -> get.bucket(credential.cloudBucketName()).key(key)));
  }

  /** Leaves the connections open. */
  @Override
  public void close() {
    s3.close();
  }

  private <T> T call(String what, Supplier<T> request) {
    try {
      return request.get();
    } catch (S3Exception e) {
      throw refusal(what, e);
    } catch (SdkException | IllegalStateException e) {
      // IllegalStateException: the content did not bring the promised number of bytes.
      throw new StorageException(
          StorageException.Kind.PASSING,
          "The %s broke off: the store at %s did not take or give all of it (%s)."
              .formatted(what, credential.endPoint(), rootMessage(e)),
          e);
    }
  }

  private StorageException refusal(String what, S3Exception e) {
    var code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
    var said = "HTTP %d%s".formatted(e.statusCode(), code == null ? "" : " " + code);
    if (e.statusCode() == 403) {
      return new StorageException(
          StorageException.Kind.CREDENTIAL,
          "The store at %s refused the %s (%s). The temporary credential was valid until %s; if it"
                  .formatted(credential.endPoint(), what, said, credential.expiresAt())
              + " had not expired, check this machine's clock, and that the FlightHub account may"
              + " use Open modeling.",
          e);
    }
    if (e.statusCode() == 503 || e.statusCode() == 429) {
      return StorageException.slowDown(
          "The store at %s is busy: it refused the %s (%s)."
              .formatted(credential.endPoint(), what, said),
          retryAfter(e),
          e);
    }
    var passing = e.statusCode() >= 500 || e.statusCode() == 408;
    return new StorageException(
        passing ? StorageException.Kind.PASSING : StorageException.Kind.LASTING,
        "The store at %s refused the %s (%s).".formatted(credential.endPoint(), what, said),
        e);
  }

  private static Duration retryAfter(S3Exception e) {
    return e.awsErrorDetails().sdkHttpResponse().firstMatchingHeader("Retry-After").stream()
        .filter(seconds -> seconds.matches("\\d{1,5}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .findFirst()
        .orElse(null);
  }

  private static String rootMessage(Throwable e) {
    var root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
