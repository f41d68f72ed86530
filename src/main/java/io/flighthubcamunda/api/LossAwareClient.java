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

  private final Client next;

  LossAwareClient(Client next) {
    this.next = next;
  }

  @Override
  public Response execute(Request request, Request.Options options) {
    try {
      return next.execute(request, options);
    } catch (IOException e) {
      throw classify(request, e);
    }
  }

  private static FlightHubException classify(Request request, IOException e) {
    var host = URI.create(request.url()).getAuthority();
    if (caused(e, SSLHandshakeException.class)) {
      return new FlightHubSetupException(
          "FlightHub's certificate at %s was not accepted (%s). Check flighthub.base-url and the"
                  .formatted(host, e.getMessage())
              + " trust store.",
          e);
    }
    if (neverSent(e)) {
      return new FlightHubUnavailableException(
          "FlightHub at %s could not be reached (%s).".formatted(host, describe(e)), null, e);
    }
    var message =
        "FlightHub at %s gave no answer to %s (%s)."
            .formatted(host, Operation.of(request), describe(e));
    return request.httpMethod() == Request.HttpMethod.GET
        ? new FlightHubUnavailableException(message, null, e)
        : new FlightHubAnswerLostException(message, e);
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

  private static String describe(IOException e) {
    if (caused(e, UnresolvedAddressException.class) || caused(e, UnknownHostException.class)) {
      return "its name is not known";
    }
    if (caused(e, ConnectException.class)) {
      return "nobody listens there";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
