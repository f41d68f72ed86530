package io.flighthubcamunda.storage;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A store that keeps what comes over the wire, byte for byte, and answers what a test says. */
final class WireStore implements AutoCloseable {

  private final ServerSocket server;
  private final Answerer answerer;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();

  /** Answers one request; the body is not read yet. */
  @FunctionalInterface
  interface Answerer {
    void answer(Request request, InputStream in, Socket socket) throws IOException;
  }

  /**
   * @param headers by name in lower case
   */
  record Request(String line, Map<String, String> headers) {

    String header(String name) {
      return headers.get(name);
    }

    int length() {
      return Integer.parseInt(headers.getOrDefault("content-length", "0"));
    }
  }

  WireStore(ServerSocketFactory sockets, Answerer answerer) throws IOException {
    this.server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.answerer = answerer;
    Thread.ofPlatform().daemon().start(this::accept);
  }

  static WireStore answering(Answerer answerer) throws IOException {
    return new WireStore(ServerSocketFactory.getDefault(), answerer);
  }

  /** Takes everything. */
  static Answerer taking() {
    return (request, in, socket) -> {
      in.skipNBytes(request.length());
      say(socket, "200 OK", "ETag: \"e\"\r\n", "");
    };
  }

  static void say(Socket socket, String status, String headers, String body) throws IOException {
    var text = "HTTP/1.1 %s\r\n%sContent-Length: %d\r\n\r\n%s";
    var bytes =
        text.formatted(status, headers, body.length(), body).getBytes(StandardCharsets.UTF_8);
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  int port() {
    return server.getLocalPort();
  }

  List<Request> requests() {
    return requests;
  }

  Request request() {
    return requests.getFirst();
  }

  int connections() {
    return connections.get();
  }

  /** As stores do with connections that rest for long. */
  void hangUp() throws IOException {
    for (var socket : open) {
      socket.close();
    }
    open.clear();
  }

  private void accept() {
    try {
      while (true) {
        var socket = server.accept();
        open.add(socket);
        connections.incrementAndGet();
        Thread.ofPlatform().daemon().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in = new BufferedInputStream(socket.getInputStream());
      for (String head; (head = head(in)) != null; ) {
        var request = parse(head);
        requests.add(request);
        answerer.answer(request, in, socket);
      }
    } catch (IOException e) {
      // The client went away, or the test is over.
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
      var one = in.read();
      if (one < 0) {
        return null;
      }
      head.write(one);
    }
    return head.toString(StandardCharsets.UTF_8);
  }

  private static Request parse(String head) {
    var lines = head.strip().split("\r\n");
    var headers = new TreeMap<String, String>();
    for (int i = 1; i < lines.length; i++) {
      var colon = lines[i].indexOf(':');
      headers.put(
          lines[i].substring(0, colon).toLowerCase(), lines[i].substring(colon + 1).strip());
    }
    return new Request(lines[0], headers);
  }

  @Override
  public void close() {
    try {
      server.close();
      hangUp();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
