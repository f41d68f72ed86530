package io.flighthubcamunda.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The AWS SDK with the keys of one obtain_token answer and no retries. */
final class TestStore implements AutoCloseable {

  /** Shared, because starting one costs more than most tests. */
  private static final SdkHttpClient HTTP = Apache5HttpClient.create();

  private final S3Client client;
  private final String bucket;
  private final String storePath;

  TestStore(JsonNode token) {
    this(token, token.path("session_token").asText(), token.path("secret_access_key").asText());
  }

  TestStore(JsonNode token, String sessionToken, String secret) {
    this.bucket = token.path("cloud_bucket_name").asText();
    this.storePath = token.path("store_path").asText();
    this.client = builder(token, sessionToken, secret).build();
  }

  static S3ClientBuilder builder(JsonNode token) {
    return builder(
        token, token.path("session_token").asText(), token.path("secret_access_key").asText());
  }

  private static S3ClientBuilder builder(JsonNode token, String sessionToken, String secret) {
    return S3Client.builder()
        .httpClient(HTTP)
        .endpointOverride(URI.create(token.path("end_point").asText()))
        .region(Region.of(token.path("region").asText()))
        .forcePathStyle(true)
        .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsSessionCredentials.create(
                    token.path("access_key_id").asText(), secret, sessionToken)));
  }

  S3Client client() {
    return client;
  }

  String key(String name) {
    return storePath.replace("{fileName}", name);
  }

  /** Returns the ETag as the header carries it. */
  String put(String name, byte[] content) {
    return putKey(key(name), content);
  }

  String putKey(String key, byte[] content) {
    return client
        .putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(content))
        .eTag();
  }

  byte[] getKey(String key) {
    return client.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asByteArray();
  }

  /**
   * @param from first byte that is wanted
   */
  byte[] getKeyFrom(String key, long from) {
    return client
        .getObjectAsBytes(request -> request.bucket(bucket).key(key).range("bytes=" + from + "-"))
        .asByteArray();
  }

  @Override
  public void close() {
    client.close();
  }
}
