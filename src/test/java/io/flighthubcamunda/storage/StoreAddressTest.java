package io.flighthubcamunda.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flighthubcamunda.api.StorageCredential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fact sheet 2.2 and 2.3: what a credential may say of its store. */
class StoreAddressTest {

  private static StorageCredential credential(String cloud, String endPoint, String region) {
    return new StorageCredential(
        cloud, "id", "secret", "token", region, "photos", "p", "a/{fileName}", 0, endPoint);
  }

  private static StoreAddress address(String cloud, String endPoint) {
    return StoreAddress.of(credential(cloud, endPoint, "r"), true);
  }

  @ParameterizedTest
  @CsvSource({
    "ali, https://oss-cn-hangzhou.aliyuncs.com, false",
    "ALI_OSS, https://oss-cn-hangzhou.aliyuncs.com, false",
    "oss, https://oss-cn-hangzhou.aliyuncs.com, false",
    "aws, https://s3.eu-central-1.amazonaws.com, false",
    "AWS_S3, https://s3.eu-central-1.amazonaws.com, false",
    "s3, https://s3.us-east-1.amazonaws.com, false",
    "'', https://storage.example, false",
    "minio, https://minio.example, true",
    "MinIO, https://minio.example, true",
    "aws, http://127.0.0.1:9000, true",
    "s3, http://localhost:9000, true",
    "'', 'http://[::1]:9000', true",
  })
  void shouldPutTheBucketWhereTheProviderWantsIt(String cloud, String endPoint, boolean inPath) {
    assertThat(address(cloud, endPoint).pathStyle()).isEqualTo(inPath);
    assertThat(address(cloud, endPoint).endpoint()).hasToString(endPoint);
  }

  @ParameterizedTest
  @CsvSource({
    "https://photos.oss-cn-hangzhou.aliyuncs.com, https://oss-cn-hangzhou.aliyuncs.com",
    "https://photos.minio.example:9000/, https://minio.example:9000",
    "https://s3.example/photos, https://s3.example",
    "s3.example:8443, https://s3.example:8443",
    "oss-cn-hangzhou.aliyuncs.com, https://oss-cn-hangzhou.aliyuncs.com",
    "HTTPS://oss.example, https://oss.example",
    "https://photoshop.example, https://photoshop.example",
  })
  void shouldFindTheHostWithoutTheBucket(String endPoint, String host) {
    assertThat(address("ali", endPoint).endpoint()).hasToString(host);
  }

  @ParameterizedTest
  @CsvSource({
    "oss-cn-hangzhou, cn-hangzhou",
    "cn-hangzhou, cn-hangzhou",
    "eu-central-1, eu-central-1",
    "'', us-east-1",
    ", us-east-1",
    "oss-, us-east-1",
  })
  void shouldSignForTheBareRegion(String region, String signed) {
    var address = StoreAddress.of(credential("ali", "https://oss.example", region), false);
    assertThat(address.region()).isEqualTo(signed);
  }

  @Test
  void shouldRefusePlainHttpUnlessItIsAllowed() {
    assertThatThrownBy(() -> StoreAddress.of(credential("aws", "http://store.example", "r"), false))
        .isInstanceOfSatisfying(
            StorageException.class,
            e -> assertThat(e.kind()).isEqualTo(StorageException.Kind.LASTING))
        .hasMessageContaining("http://store.example")
        .hasMessageContaining("flighthub.storage.allow-http=true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://", "://", "https://a b", "https://under_score.example/{x}", "ftp://host"})
  void shouldRefuseWhatIsNoAddress(String endPoint) {
    assertThatThrownBy(() -> address("aws", endPoint))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("FlightHub named a store address that is none: " + endPoint);
  }
}
