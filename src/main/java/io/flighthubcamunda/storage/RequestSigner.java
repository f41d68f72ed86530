package io.flighthubcamunda.storage;

import io.flighthubcamunda.api.StorageCredential;
import java.net.URI;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/**
 * Signs uploads and downloads with a temporary credential. The body is not part of the signature,
 * so that no file is read twice: TLS protects it, S3, MinIO and OSS take {@code UNSIGNED-PAYLOAD}
 * over plain http too, and its MD5 is held against the ETag afterwards.
 */
final class RequestSigner {

  private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

  private final AwsSessionCredentials keys;
  private final String region;
  private final StoreClock clock;

  RequestSigner(StorageCredential credential, String region, StoreClock clock) {
    this.keys =
        AwsSessionCredentials.create(
            credential.accessKeyId(), credential.secretAccessKey(), credential.sessionToken());
    this.region = region;
    this.clock = clock;
  }

  AwsSessionCredentials keys() {
    return keys;
  }

  /**
   * @param uri encoded
   * @return every header that the signature covers, and the signature
   */
  Map<String, List<String>> put(URI uri) {
    return sign(SdkHttpMethod.PUT, uri);
  }

  /** The same for a download. */
  Map<String, List<String>> get(URI uri) {
    return sign(SdkHttpMethod.GET, uri);
  }

  private Map<String, List<String>> sign(SdkHttpMethod method, URI uri) {
    var request =
        SdkHttpRequest.builder()
            .method(method)
            .uri(uri)
            // The scheme is not signed; for http the signer would insist on a hash of the body.
            .protocol("https")
            .putHeader("Host", uri.getRawAuthority())
            .build();
    return SIGNER
        .sign(
            sign ->
                sign.identity(keys)
                    .request(request)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                    .putProperty(HttpSigner.SIGNING_CLOCK, clock.clock())
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                    .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false))
        .request()
        .headers();
  }
}
