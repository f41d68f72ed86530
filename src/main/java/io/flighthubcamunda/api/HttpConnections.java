package io.flighthubcamunda.api;

import feign.Client;
import feign.Request;
import feign.Response;
import feign.hc5.ApacheHttp5Client;
import java.io.IOException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The connections to FlightHub. Calls that follow each other closely share one, which spares them
 * its handshake. A start always gets a new one: a kept connection that the other side has just
 * closed looks like a lost answer, and after a lost start a person may be asked. All other calls
 * may be repeated.
 */
final class HttpConnections implements Client {

  /** As many as our threads; the rate limit keeps it at a few. */
  private static final int MOST = 20;

  /** No server closes an idle connection as soon as that. */
  private static final TimeValue LONGEST_REST = TimeValue.ofSeconds(2);

  /** A connection that rested longer is looked at before it is used. */
  private static final TimeValue RESTED = TimeValue.ofMilliseconds(200);

  private final Client shared;
  private final Client fresh;

  private HttpConnections(Client shared, Client fresh) {
    this.shared = shared;
    this.fresh = fresh;
  }

  static Client to(FlightHubConnection connection) {
    return new HttpConnections(
        new ApacheHttp5Client(
            client(connection)
                .setKeepAliveStrategy(
                    (answer, context) ->
                        DefaultConnectionKeepAliveStrategy.INSTANCE
                            .getKeepAliveDuration(answer, context)
                            .min(LONGEST_REST))
                .build()),
        new ApacheHttp5Client(
            client(connection)
                .setConnectionReuseStrategy((request, answer, context) -> false)
                .build()));
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    return (Operation.starts(request) ? fresh : shared).execute(request, options);
  }

  private static HttpClientBuilder client(FlightHubConnection connection) {
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(connection.connectTimeout()))
                    .setSocketTimeout(Timeout.of(connection.requestTimeout()))
                    .setValidateAfterInactivity(RESTED)
                    .build())
            .setMaxConnPerRoute(MOST)
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .addExecInterceptorFirst("unread rest", new UnreadRest())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching();
  }
}
