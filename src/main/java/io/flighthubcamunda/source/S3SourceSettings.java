package io.flighthubcamunda.source;

import io.flighthubcamunda.s3.StoreHost;
import java.net.URI;
import java.util.Optional;

/**
 * Where the buckets are that image sets are read from. Credentials are not here: they come from the
 * environment, as for every AWS tool.
 *
 * @param endpoint URL of the store without a bucket; empty for AWS itself
 * @param region empty for the one of the environment, or {@code us-east-1}
 * @param pathStyle whether the bucket stands in the path and not in the host name
 */
public record S3SourceSettings(String endpoint, String region, boolean pathStyle) {

  /** AWS itself, as the environment says. */
  public static final S3SourceSettings AWS = new S3SourceSettings("", "", false);

  /**
   * @throws IllegalArgumentException when the endpoint is no URL
   */
  public S3SourceSettings {
    endpoint = endpoint.strip();
    region = region.strip();
    if (!endpoint.isEmpty() && !endpoint.matches("(?i)https?://[^/\\s]+/?")) {
      throw new IllegalArgumentException(
          "flighthub.source.s3.endpoint must be a URL such as https://store.example.com:9000"
              + " without a bucket or path.");
    }
  }

  Optional<URI> url() {
    return endpoint.isEmpty() ? Optional.empty() : Optional.of(URI.create(endpoint));
  }

  /** How the store is called in messages. */
  String storeName() {
    return endpoint.isEmpty() ? "AWS S3" : endpoint;
  }

  boolean usesPathStyle() {
    return pathStyle
        || url().map(URI::getHost).map(StoreHost::new).filter(StoreHost::bearsNoBucket).isPresent();
  }
}
