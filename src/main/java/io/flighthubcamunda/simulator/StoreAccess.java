package io.flighthubcamunda.simulator;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.gaul.s3proxy.auth.S3AuthorizationHeader;

/**
 * Whether a key may do what it asks for: known, not expired, with its session token, inside its own
 * prefix. The signature is checked afterwards by {@link StoreHandler}.
 */
final class StoreAccess {

  private final Credentials credentials;
  private final InstantSource clock;
  private final String bucket;

  StoreAccess(Credentials credentials, InstantSource clock, String bucket) {
    this.credentials = credentials;
    this.clock = clock;
    this.bucket = bucket;
  }

  /** A refusal of the store, always HTTP 403. */
  record Denial(String code, String message) {}

  Optional<Denial> check(HttpServletRequest request) {
    Optional<Credential> credential = identity(request).flatMap(credentials::withAccessKeyId);
    if (credential.isEmpty()) {
      return denied("InvalidAccessKeyId", "The access key is not known.");
    }
    String token = headerOrParameter(request, "x-amz-security-token", "X-Amz-Security-Token");
    if (!credential.get().sessionToken().equals(token)) {
      return denied("InvalidToken", "The session token is missing or not the one of this key.");
    }
    if (credential.get().expired(clock.instant())) {
      return denied("ExpiredToken", "The temporary key has expired.");
    }
    return permitted(request, credential.get())
        ? Optional.empty()
        : denied("AccessDenied", "The temporary key does not allow this.");
  }

  /** The key of this request is over from now on. */
  void expire(HttpServletRequest request) {
    identity(request).ifPresent(credentials::expire);
  }

  /** Last part of the key of the object that a request is about. */
  static String fileName(HttpServletRequest request) {
    String path = decoded(request.getRequestURI());
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private boolean permitted(HttpServletRequest request, Credential credential) {
    String root = "/" + bucket + "/";
    String path = decoded(request.getRequestURI());
    if (!path.startsWith(root) || climbs(path) || aclOrCopy(request)) {
      return false;
    }
    String key = path.substring(root.length());
    return switch (request.getMethod()) {
      case "GET", "HEAD" -> credential.mayRead(key);
      case "PUT" -> credential.mayWrite(key);
      // Multipart uploads only: deleting objects is FlightHub's business.
      case "POST" -> credential.mayWrite(key) && (asks(request, "uploads") || part(request));
      case "DELETE" -> credential.mayWrite(key) && part(request);
      default -> false;
    };
  }

  /** Objects are files here: two dots would lead out of the prefix. */
  private static boolean climbs(String path) {
    return Arrays.asList(path.split("[/\\\\]")).contains("..");
  }

  private static boolean aclOrCopy(HttpServletRequest request) {
    return asks(request, "acl") || request.getHeader("x-amz-copy-source") != null;
  }

  private static boolean part(HttpServletRequest request) {
    return asks(request, "uploadId");
  }

  private static boolean asks(HttpServletRequest request, String name) {
    return parameter(request, name).isPresent();
  }

  private static Optional<String> identity(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    if (authorization == null) {
      return parameter(request, "X-Amz-Credential").map(value -> value.split("/")[0]);
    }
    try {
      return Optional.of(new S3AuthorizationHeader(authorization).getIdentity());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String headerOrParameter(
      HttpServletRequest request, String header, String parameter) {
    return Optional.ofNullable(request.getHeader(header))
        .or(() -> parameter(request, parameter))
        .orElse("");
  }

  /** From the query only: asking the servlet for parameters could read the body. */
  private static Optional<String> parameter(HttpServletRequest request, String name) {
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    return Arrays.stream(query.split("&"))
        .filter(pair -> pair.equals(name) || pair.startsWith(name + "="))
        .map(pair -> pair.length() > name.length() ? pair.substring(name.length() + 1) : "")
        .map(StoreAccess::decoded)
        .findFirst();
  }

  private static String decoded(String value) {
    // A plus sign means itself, both in a path and in an S3 query.
    return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static Optional<Denial> denied(String code, String message) {
    return Optional.of(new Denial(code, message));
  }
}
