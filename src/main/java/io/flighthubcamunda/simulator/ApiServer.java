package io.flighthubcamunda.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP shell: paths in, bytes out, one virtual thread per request. */
final class ApiServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
  private static final String SECOND_PREFIX = "/openapi/v2.0";
  private static final int LARGEST_BODY = 4 * 1024 * 1024;
  private static final int BACKLOG = 1024;

  private final HttpServer server;
  private final ExecutorService threads;
  private final List<String> prefixes;
  private final Dispatcher dispatcher;
  private final CallCounter counter;

  private ApiServer(
      HttpServer server, Endpoints endpoints, Dispatcher dispatcher, CallCounter counter) {
    this.server = server;
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
    this.prefixes = List.of(endpoints.basePath(), SECOND_PREFIX);
    this.dispatcher = dispatcher;
    this.counter = counter;
  }

  static ApiServer start(Endpoints endpoints, Dispatcher dispatcher, CallCounter counter)
      throws IOException {
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(endpoints.bindAddress(), endpoints.port()), BACKLOG);
    ApiServer api = new ApiServer(server, endpoints, dispatcher, counter);
    server.setExecutor(api.threads);
    server.createContext("/", api::handle);
    server.start();
    return api;
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<Answer> answer = answer(exchange);
      if (answer.isPresent()) {
        send(exchange, answer.get());
      }
    } catch (RuntimeException e) {
      LOG.warn("The simulator failed on {}", exchange.getRequestURI().getPath(), e);
      throw e;
    }
  }

  private Optional<Answer> answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    Optional<Operation.Match> match = match(exchange);
    if (match.isEmpty()) {
      return Optional.of(Answer.notFound());
    }
    if (body.length > LARGEST_BODY) {
      return Optional.of(Answer.tooLarge());
    }
    counter.count(match.get().operation());
    return dispatcher.dispatch(match.get(), exchange.getRequestHeaders(), query(exchange), body);
  }

  private Optional<Operation.Match> match(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    return prefixes.stream()
        .filter(prefix -> path.startsWith(prefix + "/"))
        .flatMap(
            prefix ->
                Operation.match(exchange.getRequestMethod(), path.substring(prefix.length()))
                    .stream())
        .filter(match -> dispatcher.offers(match.operation()))
        .findFirst();
  }

  private static Map<String, String> query(HttpExchange exchange) {
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(Collectors.toMap(pair -> pair[0], pair -> decoded(pair[1]), (a, b) -> b));
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(answer.status(), answer.body().length);
    exchange.getResponseBody().write(answer.body(), 0, answer.sentBytes());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
