package io.flighthubcamunda.bench.sink;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLContext;

/** Takes connections on a free port of the loopback interface, each in a thread of its own. */
final class TlsPort {

  private static final int BACKLOG = 1024;

  private final ServerSocket server;

  private TlsPort(ServerSocket server) {
    this.server = server;
  }

  /** Serves one connection until it ends. */
  @FunctionalInterface
  interface Conversation {
    void hold(Socket socket) throws IOException;
  }

  static TlsPort open(SSLContext tls, Conversation conversation) throws IOException {
    var server =
        tls.getServerSocketFactory()
            .createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    // Platform threads: Conscrypt waits for bytes in native code, where a virtual one would pin.
    Thread.ofPlatform().daemon().start(() -> accept(server, conversation));
    return new TlsPort(server);
  }

  int number() {
    return server.getLocalPort();
  }

  private static void accept(ServerSocket server, Conversation conversation) {
    while (true) {
      try {
        var socket = server.accept();
        Thread.ofPlatform().daemon().start(() -> hold(socket, conversation));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void hold(Socket socket, Conversation conversation) {
    try (socket) {
      socket.setTcpNoDelay(true);
      conversation.hold(socket);
    } catch (IOException | IllegalArgumentException e) {
      // A client that goes away in the middle is its own business.
    }
  }
}
