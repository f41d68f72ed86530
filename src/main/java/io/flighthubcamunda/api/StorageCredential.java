package io.flighthubcamunda.api;

import java.net.URI;
import java.time.Instant;

/**
 * Temporary storage keys and the place they may write to (fact sheet 2.2). {@code store_path} and
 * {@code callback_param} belong to these keys and to no others. {@link #toString()} hides the keys.
 *
 * @param cloudName storage provider, such as {@code ali}, {@code aws}, {@code minio}
 * @param storePath object key template holding the literal text {@code {fileName}}
 * @param expireTime Unix seconds
 */
public record StorageCredential(
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

  public static final String FILE_NAME = "{fileName}";

  public StorageCredential {
    requireText("access_key_id", accessKeyId);
    requireText("secret_access_key", secretAccessKey);
    requireText("session_token", sessionToken);
    requireText("cloud_bucket_name", cloudBucketName);
    requireText("callback_param", callbackParam);
    requireText("end_point", endPoint);
    requireText("store_path", storePath);
    if (!storePath.contains(FILE_NAME)) {
      throw new IllegalArgumentException("store_path does not contain " + FILE_NAME);
    }
    if (storePath.startsWith("/") || ("/" + storePath + "/").contains("/../")) {
      throw new IllegalArgumentException("store_path is not a plain object key");
    }
    cloudName = cloudName == null ? "" : cloudName;
    region = region == null ? "" : region;
  }

  private static void requireText(String field, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(field + " is missing");
    }
  }

  /** The object key of a file. */
  public String keyOf(String fileName) {
    return storePath.replace(FILE_NAME, fileName);
  }

  public Instant expiresAt() {
    // The number is FlightHub's word, and no clock goes further than this.
    return Instant.ofEpochSecond(Math.clamp(expireTime, 0, Instant.MAX.getEpochSecond()));
  }

  public URI endpoint() {
    return URI.create(endPoint.contains("://") ? endPoint : "https://" + endPoint);
  }

  @Override
  public String toString() {
    return "StorageCredential[cloudName=%s, endPoint=%s, bucket=%s, expiresAt=%s, keys=***]"
        .formatted(cloudName, endPoint, cloudBucketName, expiresAt());
  }
}
