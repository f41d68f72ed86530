package io.flighthubcamunda.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAccumulator;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

/** Connects to a store or to the proxy on the way, and puts a {@link TlsSocket} upon it. */
final class StoreConnector implements HttpClientConnectionOperator {

  private final TlsEngines tls;
  private final DnsResolver names;
  private final Duration connectTimeout;
  private final LongAccumulator shortestNanos = new LongAccumulator(Math::min, Long.MAX_VALUE);

  /**
   * @param connectTimeout for the connection to one address, and for each answer of the handshake
   */
  StoreConnector(TlsEngines tls, DnsResolver names, Duration connectTimeout) {
    this.tls = tls;
    this.names = names;
    this.connectTimeout = connectTimeout;
  }

  @Override
  public void connect(
      ManagedHttpClientConnection connection,
      HttpHost host,
      InetSocketAddress local,
      TimeValue timeout,
      SocketConfig config,
      HttpContext context)
      throws IOException {
    var secure = "https".equals(host.getSchemeName());
    var port = host.getPort() > 0 ? host.getPort() : secure ? 443 : 80;
    var addresses = names.resolve(host.getHostName());
    var begin = System.nanoTime();
    connection.bind(connected(addresses, port).socket());
    if (secure) {
      begin = System.nanoTime();
      upgrade(connection, host, context);
    }
    shortestNanos.accumulate(System.nanoTime() - begin);
  }

  /** Of all so far: the TLS handshake, or the connection where there is none. */
  Optional<Duration> shortestHandshake() {
    var nanos = shortestNanos.get();
    return nanos == Long.MAX_VALUE ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
  }

  private SocketChannel connected(InetAddress[] addresses, int port) throws IOException {
    IOException failure = null;
    for (var address : addresses) {
      var channel = SocketChannel.open();
      try {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        channel
            .socket()
            .connect(
                new InetSocketAddress(address, port), Math.toIntExact(connectTimeout.toMillis()));
        return channel;
      } catch (IOException e) {
        channel.close();
        failure = e;
      }
    }
    throw failure;
  }

  @Override
  public void upgrade(ManagedHttpClientConnection connection, HttpHost host, HttpContext context)
      throws IOException {
    var channel = connection.getSocket().getChannel();
    try {
      channel.socket().setSoTimeout(Math.toIntExact(connectTimeout.toMillis()));
      connection.bind(new TlsSocket(channel, tls.engine(host.getHostName(), host.getPort())));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }
}
