package io.flighthubcamunda.api;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/**
 * Tells a request that never left from one whose answer was lost. Only the first may be repeated
 * without a look at the remote state.
 */
final class LossAwareClient implements Client {

  private static final int LONGEST_QUOTE = 300;

  private final Client next;
  private final OrganizationKey key;

  /**
   * @param key is taken out of what the HTTP client says, for it may repeat what came
   */
  LossAwareClient(Client next, OrganizationKey key) {
    this.next = next;
    this.key = key;
  }

  @Override
  public Response execute(Request request, Request.Options options) {
    try {
      return next.execute(request, options);
    } catch (IOException e) {
      throw classify(request, e);
    }
  }

  private FlightHubException classify(Request request, IOException e) {
    var host = URI.create(request.url()).getAuthority();
    if (caused(e, SSLHandshakeException.class)) {
      return new FlightHubSetupException(
          "FlightHub's certificate at %s was not accepted (%s). Check flighthub.base-url and the"
                  .formatted(host, key.redact(e.getMessage()))
              + " trust store.",
          harmless(e));
    }
    if (neverSent(e)) {
      return new FlightHubUnavailableException(
          "FlightHub at %s could not be reached (%s).".formatted(host, describe(e)),
          null,
          harmless(e));
    }
    var message =
        "FlightHub at %s gave no answer to %s (%s)."
            .formatted(host, Operation.of(request), describe(e));
    return request.httpMethod() == Request.HttpMethod.GET
        ? new FlightHubUnavailableException(message, null, harmless(e))
        : new FlightHubAnswerLostException(message, harmless(e));
  }

  /** Null in place of a cause that repeats the key: a stack trace would say it. */
  private IOException harmless(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      var said = String.valueOf(cause.getMessage());
      if (!said.equals(key.redact(said))) {
        return null;
      }
    }
    return e;
  }

  private static boolean neverSent(IOException e) {
    return caused(e, ConnectException.class)
        || caused(e, ConnectTimeoutException.class)
        || caused(e, NoRouteToHostException.class)
        || caused(e, UnknownHostException.class)
        || caused(e, UnresolvedAddressException.class);
  }

  private static boolean caused(Throwable e, Class<? extends Throwable> type) {
    for (var cause = e; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private String describe(IOException e) {
    if (caused(e, UnresolvedAddressException.class) || caused(e, UnknownHostException.class)) {
      return "its name is not known";
    }
    if (caused(e, ConnectException.class)) {
      return "nobody listens there";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : shown(e.getMessage());
  }

  /** The HTTP client may repeat what came, at any length. */
  private String shown(String message) {
    var text = key.redact(message).replaceAll("\\p{Cntrl}+", " ");
    return text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
  }
}
