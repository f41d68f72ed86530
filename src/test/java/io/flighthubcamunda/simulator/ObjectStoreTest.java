package io.flighthubcamunda.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class ObjectStoreTest extends SimulatorFixture {

  private static final byte[] CONTENT = new byte[300_000];

  private JsonNode token;

  @BeforeEach
  void obtainToken() {
    start(settings -> settings.withCredentialLifetime(Duration.ofMinutes(10)));
    token = api.obtainToken();
  }

  private String bucket() {
    return token.path("cloud_bucket_name").asText();
  }

  private static void assertForbidden(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            S3Exception.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(403);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            });
  }

  @Test
  void shouldReturnWhatWasStored() {
    try (TestStore store = new TestStore(token)) {
      // when
      String etag = store.put("A.JPG", CONTENT);

      // then
      assertThat(etag).matches("\"[0-9a-f]{32}\"");
      assertThat(store.getKey(store.key("A.JPG"))).isEqualTo(CONTENT);
    }
  }

  /** As S3 does. */
  @Test
  void shouldSayThatThereIsNothingBehindTheEnd() {
    try (TestStore store = new TestStore(token)) {
      // given
      store.put("A.JPG", CONTENT);
      String key = store.key("A.JPG");

      // then
      assertThat(store.getKeyFrom(key, CONTENT.length - 1)).hasSize(1);
      assertThatThrownBy(() -> store.getKeyFrom(key, CONTENT.length))
          .isInstanceOfSatisfying(
              S3Exception.class,
              e -> {
                assertThat(e.statusCode()).isEqualTo(416);
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidRange");
              });
    }
  }

  @Test
  void shouldTakeASignedBodyInOnePiece() {
    // given
    S3Client client =
        TestStore.builder(token)
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .serviceConfiguration(S3Configuration.builder().chunkedEncodingEnabled(false).build())
            .build();

    // when
    try (client) {
      String key = token.path("store_path").asText().replace("{fileName}", "A.JPG");
      client.putObject(r -> r.bucket(bucket()).key(key), RequestBody.fromBytes(CONTENT));

      // then
      assertThat(client.headObject(r -> r.bucket(bucket()).key(key)).contentLength())
          .isEqualTo(CONTENT.length);
    }
  }

  @Test
  void shouldTakeAnUnsignedBody() throws Exception {
    // given
    String key = token.path("store_path").asText().replace("{fileName}", "A.JPG");
    AwsSessionCredentials keys =
        AwsSessionCredentials.create(
            token.path("access_key_id").asText(),
            token.path("secret_access_key").asText(),
            token.path("session_token").asText());
    try (S3Presigner presigner =
            S3Presigner.builder()
                .endpointOverride(simulator.storeUrl())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(keys))
                .serviceConfiguration(
                    S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
        HttpClient http = HttpClient.newHttpClient()) {
      URI uri =
          presigner
              .presignPutObject(
                  r ->
                      r.signatureDuration(Duration.ofMinutes(5))
                          .putObjectRequest(put -> put.bucket(bucket()).key(key)))
              .url()
              .toURI();

      // when
      HttpResponse<String> response =
          http.send(
              HttpRequest.newBuilder(uri)
                  .PUT(HttpRequest.BodyPublishers.ofByteArray(CONTENT))
                  .build(),
              HttpResponse.BodyHandlers.ofString());

      // then
      assertThat(response.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void shouldTakeAMultipartUploadAndItsEtag() {
    try (TestStore store = new TestStore(token)) {
      // given
      String key = store.key("scan.ldr");
      String upload =
          store.client().createMultipartUpload(r -> r.bucket(bucket()).key(key)).uploadId();
      String part =
          store
              .client()
              .uploadPart(
                  r -> r.bucket(bucket()).key(key).uploadId(upload).partNumber(1),
                  RequestBody.fromBytes(CONTENT))
              .eTag();

      // when
      String etag =
          store
              .client()
              .completeMultipartUpload(
                  r ->
                      r.bucket(bucket())
                          .key(key)
                          .uploadId(upload)
                          .multipartUpload(
                              m ->
                                  m.parts(
                                      CompletedPart.builder().partNumber(1).eTag(part).build())))
              .eTag();

      // then
      JsonNode answer = api.register(UUID.randomUUID().toString(), token, Map.of("scan.ldr", etag));
      assertThat(answer.path("code").asInt()).isZero();
    }
  }

  @Test
  void shouldRefuseAnExpiredKeyAlsoForReading() {
    try (TestStore store = new TestStore(token)) {
      // given
      store.put("A.JPG", CONTENT);

      // when
      clock.move(Duration.ofMinutes(10));

      // then
      assertForbidden("ExpiredToken", () -> store.put("B.JPG", CONTENT));
      assertForbidden("ExpiredToken", () -> store.getKey(store.key("A.JPG")));
    }
  }

  @Test
  void shouldRefuseAWrongSessionTokenAndAWrongSecret() {
    String secret = token.path("secret_access_key").asText();
    String session = token.path("session_token").asText();
    try (TestStore wrongToken = new TestStore(token, "wrong", secret);
        TestStore wrongSecret = new TestStore(token, session, "wrong")) {
      assertForbidden("InvalidToken", () -> wrongToken.put("A.JPG", CONTENT));
      assertForbidden("SignatureDoesNotMatch", () -> wrongSecret.put("A.JPG", CONTENT));
    }
  }

  @Test
  void shouldRefuseToLeaveItsOwnPrefix() {
    // given
    JsonNode other = api.obtainToken();
    try (TestStore store = new TestStore(token);
        TestStore stranger = new TestStore(other)) {
      stranger.put("A.JPG", CONTENT);
      String result = token.path("store_path").asText().split("/")[0] + "/result/x.zip";

      // then
      assertForbidden("AccessDenied", () -> store.putKey(stranger.key("B.JPG"), CONTENT));
      assertForbidden("AccessDenied", () -> store.getKey(stranger.key("A.JPG")));
      assertForbidden("AccessDenied", () -> store.putKey(result, CONTENT));
      assertForbidden("AccessDenied", () -> store.putKey("A.JPG", CONTENT));
      assertForbidden("AccessDenied", () -> store.put("../../../A.JPG", CONTENT));
    }
  }

  @Test
  void shouldRefuseEverythingButUploadAndDownload() {
    try (TestStore store = new TestStore(token)) {
      // given
      String key = store.key("A.JPG");
      store.put("A.JPG", CONTENT);
      S3Client client = store.client();

      // then
      assertForbidden("AccessDenied", () -> client.listObjectsV2(r -> r.bucket(bucket())));
      assertForbidden("AccessDenied", () -> client.listBuckets());
      assertForbidden("AccessDenied", () -> client.deleteObject(r -> r.bucket(bucket()).key(key)));
      assertForbidden("AccessDenied", () -> client.createBucket(r -> r.bucket("another")));
      assertForbidden(
          "AccessDenied",
          () ->
              client.copyObject(
                  r ->
                      r.sourceBucket(bucket())
                          .sourceKey(key)
                          .destinationBucket(bucket())
                          .destinationKey(store.key("B.JPG"))));
    }
  }

  @Test
  void shouldRefuseACallWithoutSignature() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient();
        TestStore store = new TestStore(token)) {
      store.put("A.JPG", CONTENT);
      URI uri = URI.create(simulator.storeUrl() + "/" + bucket() + "/" + store.key("A.JPG"));
      HttpResponse<String> response =
          http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(403);
    }
  }

  @Test
  void shouldFailUploadsOnDemandAndThenRecover() {
    // given
    simulator.faults().nextPuts(1, 503).nextPuts(1, 403);
    try (TestStore store = new TestStore(token)) {
      // then
      assertThatThrownBy(() -> store.put("A.JPG", CONTENT))
          .isInstanceOfSatisfying(
              S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(503));
      assertForbidden("AccessDenied", () -> store.put("A.JPG", CONTENT));
      assertThat(store.put("A.JPG", CONTENT)).isNotBlank();
    }
  }
}
