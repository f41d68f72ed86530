package io.flighthubcamunda.storage;

import io.flighthubcamunda.s3.RootCause;
import io.flighthubcamunda.storage.StorageException.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;

/**
 * An address under which an object can be had without a key, because it is signed. It comes from
 * outside, and whoever reads it has the object: it is checked, and never said.
 */
public final class SignedAddress {

  private static final int MOST_REDIRECTS = 5;
  private static final int OK = 200;
  private static final int PART = 206;

  /** Precondition failed, and range not satisfiable. */
  private static final Set<Integer> ANOTHER_OBJECT = Set.of(412, 416);

  private final URI uri;
  private final StoreConnections connections;

  private SignedAddress(URI uri, StoreConnections connections) {
    this.uri = uri;
    this.connections = connections;
  }

  /**
   * @param url https, or http where the settings allow it
   * @throws StorageException LASTING when it is no such address
   */
  public static SignedAddress of(String url, StoreConnections connections) {
    try {
      return of(new URI(url.strip()), connections);
    } catch (URISyntaxException e) {
      // Without the cause, which repeats the address.
      throw lasting("FlightHub named an address for the file that is none.");
    }
  }

  private static SignedAddress of(URI uri, StoreConnections connections) {
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    var plain = scheme.equals("http");
    if (uri.getHost() == null || uri.getRawUserInfo() != null) {
      throw lasting("FlightHub named an address for the file that has no plain host.");
    }
    if (!scheme.equals("https") && !(plain && connections.settings().allowHttp())) {
      throw lasting(
          "FlightHub named an address for the file at %s that is not https. In a network of your own"
                  .formatted(uri.getHost())
              + " or with a simulator, allow http with flighthub.storage.allow-http=true.");
    }
    return new SignedAddress(uri, connections);
  }

  /**
   * Opens the object for reading.
   *
   * @param from first byte that is wanted
   * @param etag of the object that the bytes before came from; what comes begins at 0 when the
   *     object is another one by now, or parts are not to be had. Empty with {@code from} 0
   */
  public OpenObject get(long from, String etag) {
    return get(from, etag, MOST_REDIRECTS);
  }

  private OpenObject get(long from, String etag, int redirects) {
    var request = new HttpGet(uri);
    // Some servers compress archives once more, and then lengths mean something else.
    request.setHeader("Accept-Encoding", "identity");
    if (from > 0) {
      request.setHeader("Range", "bytes=" + from + "-");
      request.setHeader("If-Range", etag);
    }
    try {
      var answer = connections.http().executeOpen(null, request, null);
      var status = answer.getCode();
      if (status == OK || status == PART) {
        return opened(request, answer);
      }
      try (answer) {
        if (from > 0 && ANOTHER_OBJECT.contains(status)) {
          return get(0, "", redirects);
        }
        if (status >= 300 && status < 400 && redirects > 0) {
          return redirected(answer).get(from, etag, redirects - 1);
        }
        throw refused(answer);
      } finally {
        request.abort();
      }
    } catch (IOException e) {
      throw brokeOff(e);
    }
  }

  private OpenObject opened(HttpGet request, ClassicHttpResponse answer) throws IOException {
    try {
      var entity = answer.getEntity();
      if (entity == null || isPage(entity) || entity.getContentEncoding() != null) {
        throw new StorageException(
            Kind.PASSING,
            "The address at %s gave a web page or nothing instead of the file."
                .formatted(uri.getHost()),
            null);
      }
      return OpenObject.of(request, answer);
    } catch (IOException | RuntimeException e) {
      request.abort();
      throw e;
    }
  }

  private static boolean isPage(HttpEntity entity) {
    var type = ContentType.parseLenient(entity.getContentType());
    return type != null && type.getMimeType() != null && type.getMimeType().startsWith("text/html");
  }

  private SignedAddress redirected(ClassicHttpResponse answer) {
    try {
      return of(uri.resolve(new URI(header(answer, "Location"))), connections);
    } catch (URISyntaxException e) {
      throw lasting("The address at %s sends on to one that is none.".formatted(uri.getHost()));
    }
  }

  private StorageException refused(ClassicHttpResponse answer) {
    var refusal = Refusal.of(answer.getCode(), "", header(answer, "Retry-After"), Instant.now());
    return refusal.kind() == Kind.SLOW_DOWN
        ? StorageException.slowDown(said(refusal), refusal.retryAfter().orElse(null), null)
        : new StorageException(refusal.kind(), said(refusal), null);
  }

  private String said(Refusal refusal) {
    return "The address at %s that FlightHub named for the file refused it (%s)."
        .formatted(uri.getHost(), refusal);
  }

  private StorageException brokeOff(IOException e) {
    // Without the cause: some clients repeat the address.
    return new StorageException(
        Kind.PASSING,
        "The file could not be had from %s (%s)."
            .formatted(uri.getHost(), new RootCause(e).message()),
        null);
  }

  private static String header(ClassicHttpResponse answer, String name) {
    var header = answer.getFirstHeader(name);
    return header == null || header.getValue() == null ? "" : header.getValue();
  }

  private static StorageException lasting(String message) {
    return new StorageException(Kind.LASTING, message, null);
  }

  @Override
  public String toString() {
    return uri.getScheme() + "://" + uri.getHost() + "/***";
  }
}
