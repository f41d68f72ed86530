package io.flighthubcamunda.simulator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3ProxyHandler;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;

/** The S3 protocol, SigV4 check included, with the secret of a key looked up for every request. */
final class StoreHandler extends S3ProxyHandler {

  private static final long LARGEST_OBJECT = 5L * 1024 * 1024 * 1024;

  /** A body whose hash is signed is held in memory until the hash is checked. */
  private static final long LARGEST_SIGNED_BODY = 128L * 1024 * 1024;

  /** s3proxy insists on one fixed key; the locator below takes its place. */
  private static final String NO_FIXED_KEY = "none";

  private static final int LARGEST_CHUNK = 16 * 1024 * 1024;
  private static final int CLOCK_SKEW_SECONDS = 15 * 60;

  StoreHandler(BlobStore store, Credentials credentials) {
    super(
        store,
        AuthenticationType.AWS_V4,
        NO_FIXED_KEY,
        NO_FIXED_KEY,
        null,
        LARGEST_OBJECT,
        LARGEST_SIGNED_BODY,
        LARGEST_CHUNK,
        true,
        new CrossOriginResourceSharing(),
        "",
        CLOCK_SKEW_SECONDS);
    setBlobStoreLocator(
        (identity, bucket, key) ->
            Optional.ofNullable(identity)
                .flatMap(credentials::withAccessKeyId)
                .map(credential -> new AccessGrant(credential.secretAccessKey(), store))
                .orElse(null));
  }

  void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String code,
      String message)
      throws IOException {
    sendSimpleErrorResponse(request, response, code, status, message, Map.of());
  }
}
