package io.flighthubcamunda.api;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers with the bytes that a test wants, and keeps what it was asked. */
public final class RawServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  /**
   * @param target path and query as they came over the wire
   * @param body empty where the test does not read it
   */
  public record Asked(String method, String target, Headers headers, byte[] body) {}

  /** Answers one request; the exchange is closed afterwards. */
  @FunctionalInterface
  public interface Answerer {
    void answer(HttpExchange exchange, RawServer server) throws IOException;
  }

  private RawServer(Answerer answerer) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(exchange, answerer));
    server.start();
  }

  public static RawServer answering(Answerer answerer) {
    try {
      return new RawServer(answerer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same JSON text for every request. */
  public static RawServer answering(int status, String json) {
    return answering(status, Map.of("Content-Type", "application/json"), json);
  }

  public static RawServer answering(int status, Map<String, String> headers, String body) {
    return answering((exchange, server) -> send(exchange, status, headers, body));
  }

  public static void send(
      HttpExchange exchange, int status, Map<String, String> headers, String body)
      throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void handle(HttpExchange exchange, Answerer answerer) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      asked.add(
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders(),
              body));
      answerer.answer(exchange, this);
    }
  }

  /** Keeps a request waiting until the server is closed. */
  public void holdUntilClosed() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
