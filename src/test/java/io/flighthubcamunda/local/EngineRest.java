package io.flighthubcamunda.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The way by which Tasklist reaches the engine's REST API, which it needs to assign and to complete
 * user tasks. In one application with Tasklist, Camunda 8.6.0 to 8.6.8 lets nobody in there without
 * the cookie of a login, and Tasklist has none: each such call of its own is refused with 401. So
 * its calls come here, and go on as those of the built-in user.
 *
 * <p>It listens on the loopback address and asks nobody who he is, as the gRPC entrance beside it.
 */
final class EngineRest implements AutoCloseable {

  private static final String API = "/v2/";
  private static final List<String> PASSED_HEADERS = List.of("Content-Type", "Accept");
  private static final int BAD_GATEWAY = 502;

  private final HttpServer server;
  private final CamundaSession session;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private EngineRest(HttpServer server, CamundaSession session) {
    this.server = server;
    this.session = session;
  }

  /**
   * Listens on a free port.
   *
   * @param camunda where the calls go on to; need not answer yet
   */
  static EngineRest open(URI camunda) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      EngineRest rest = new EngineRest(server, new CamundaSession(camunda));
      server.setExecutor(rest.threads);
      server.createContext(API, rest::pass);
      server.start();
      return rest;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        answer(exchange, ask(exchange));
      } catch (UncheckedIOException | IllegalStateException e) {
        exchange.sendResponseHeaders(BAD_GATEWAY, -1);
      }
    }
  }

  private HttpResponse<String> ask(HttpExchange exchange) throws IOException {
    var request =
        session
            .request(exchange.getRequestURI().toString())
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    for (String name : PASSED_HEADERS) {
      exchange
          .getRequestHeaders()
          .getOrDefault(name, List.of())
          .forEach(value -> request.header(name, value));
    }
    return session.send(request.build());
  }

  private static void answer(HttpExchange exchange, HttpResponse<String> answer)
      throws IOException {
    answer
        .headers()
        .firstValue("Content-Type")
        .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    session.close();
  }
}
