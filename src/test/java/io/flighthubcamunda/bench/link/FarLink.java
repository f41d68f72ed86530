package io.flighthubcamunda.bench.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A port of loopback that leads to another one as if a long way lay between them. Plays delay,
 * shared bandwidth, a window and lost connections; doesn't play lost packets and TCP's slow start.
 */
public final class FarLink implements AutoCloseable {

  /** Small, so that bytes wait in the sender and not, unseen, in front of the link. */
  private static final int RECEIVE_BUFFER = 256 << 10;

  private static final int BACKLOG = 1024;

  private final LinkShape shape;
  private final int target;
  private final ServerSocket server;
  private final SharedBandwidth bandwidth;
  private final Cuts cuts;
  private final LinkMeter meter = new LinkMeter();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<LinkConnection> open = ConcurrentHashMap.newKeySet();
  private volatile boolean down;

  private FarLink(LinkShape shape, int target, ServerSocket server) {
    this.shape = shape;
    this.target = target;
    this.server = server;
    this.bandwidth = new SharedBandwidth(shape.bitsPerSecond());
    this.cuts = new Cuts(shape.bytesBetweenCuts(), shape.seed());
  }

  /**
   * @param target port of loopback that the link leads to
   */
  public static FarLink open(LinkShape shape, int target) {
    try {
      var server = new ServerSocket();
      server.setReceiveBufferSize(RECEIVE_BUFFER);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
      var link = new FarLink(shape, target, server);
      link.threads.execute(link::accept);
      return link;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return server.getLocalPort();
  }

  public LinkMeter meter() {
    return meter;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        connect(server.accept());
      } catch (IOException e) {
        // Closed, or a client that went away at once.
      }
    }
  }

  private void connect(Socket client) throws IOException {
    try {
      var store = new Socket(InetAddress.getLoopbackAddress(), target);
      client.setTcpNoDelay(true);
      store.setTcpNoDelay(true);
      var connection = new LinkConnection(shape, bandwidth, cuts, meter, client, store);
      meter.connected();
      open.add(connection);
      if (down) {
        connection.silence();
      }
      connection.start(threads);
    } catch (IOException e) {
      client.close();
      throw e;
    }
  }

  /**
   * From now on no byte arrives anywhere, of old connections and of new ones; nobody is told, as
   * with a cable that was pulled out.
   */
  public void pull() {
    down = true;
    open.forEach(LinkConnection::silence);
  }

  /** New connections work again. Those of before are reset: what they had lost never comes. */
  public void plug() {
    down = false;
    open.forEach(LinkConnection::resetIfSilent);
    open.removeIf(LinkConnection::closed);
  }

  /** Ends all connections. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(LinkConnection::close);
    threads.shutdownNow();
    threads.close();
  }
}
