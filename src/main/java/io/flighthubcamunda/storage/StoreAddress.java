package io.flighthubcamunda.storage;

import io.flighthubcamunda.api.StorageCredential;
import io.flighthubcamunda.s3.StoreHost;
import java.net.URI;
import java.util.Locale;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Where and how a credential's bucket is addressed (fact sheet 2.2, 2.3): OSS wants the bucket in
 * the host name, MinIO in the path, S3 takes both. An {@code end_point} may name the bucket
 * already.
 *
 * @param endpoint without the bucket
 * @param amazon whether it is Amazon's own store
 * @param region as the signature needs it, without the {@code oss-} that some answers carry
 */
record StoreAddress(URI endpoint, String region, boolean pathStyle, boolean amazon) {

  private static final String DEFAULT_REGION = "us-east-1";

  static StoreAddress of(StorageCredential credential, boolean allowHttp) {
    var endpoint = withoutBucket(endpoint(credential), credential.cloudBucketName());
    if (!"https".equals(endpoint.getScheme()) && !allowHttp) {
      throw new StorageException(
          StorageException.Kind.LASTING,
          "FlightHub named the store %s, which is not https. If this is a store of your own network"
                  .formatted(endpoint)
              + " or a simulator, allow it with flighthub.storage.allow-http=true.",
          null);
    }
    var cloud = credential.cloudName().toLowerCase(Locale.ROOT);
    return new StoreAddress(
        endpoint,
        region(credential.region()),
        pathStyle(cloud, endpoint),
        cloud.startsWith("aws") || cloud.startsWith("s3"));
  }

  /**
   * Where an object lies.
   *
   * @param query encoded; empty for none
   */
  URI uri(String bucket, String key, String query) {
    var host = pathStyle ? endpoint.getRawAuthority() : bucket + "." + endpoint.getRawAuthority();
    var path = (pathStyle ? "/" + encoded(bucket) : "") + "/" + encodedPath(key);
    return URI.create(
        endpoint.getScheme() + "://" + host + path + (query.isEmpty() ? "" : "?" + query));
  }

  /** As the signature wants it: blank is %20 and not +. */
  static String encoded(String text) {
    return SdkHttpUtils.urlEncode(text);
  }

  private static String encodedPath(String key) {
    return SdkHttpUtils.urlEncodeIgnoreSlashes(key);
  }

  private static URI endpoint(StorageCredential credential) {
    try {
      var endpoint = credential.endpoint();
      if (endpoint.getHost() != null
          && endpoint.getScheme().toLowerCase(Locale.ROOT).matches("https?")) {
        return endpoint;
      }
    } catch (IllegalArgumentException e) {
      // The same sentence as for an address without a host.
    }
    throw new StorageException(
        StorageException.Kind.LASTING,
        "FlightHub named a store address that is none: " + credential.endPoint() + ".",
        null);
  }

  private static URI withoutBucket(URI endpoint, String bucket) {
    var authority = endpoint.getAuthority();
    var host =
        authority.startsWith(bucket + ".") ? authority.substring(bucket.length() + 1) : authority;
    return URI.create(endpoint.getScheme().toLowerCase(Locale.ROOT) + "://" + host);
  }

  private static String region(String region) {
    var bare = region.startsWith("oss-") ? region.substring("oss-".length()) : region;
    return bare.isBlank() ? DEFAULT_REGION : bare;
  }

  private static boolean pathStyle(String cloud, URI endpoint) {
    if (cloud.startsWith("ali") || cloud.startsWith("oss")) {
      return false;
    }
    return cloud.startsWith("minio") || new StoreHost(endpoint.getHost()).bearsNoBucket();
  }
}
