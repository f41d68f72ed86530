package io.flighthubcamunda.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flighthubcamunda.cli.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/**
 * Takes what a {@link Stage} is to do, one line as the body of each POST, and answers with JSON. On
 * standard input, which Maven holds as well, a line was lost once.
 */
final class StageDoor implements AutoCloseable {

  private final HttpServer server;
  private final Function<String, Map<String, Object>> actor;
  private final ObjectMapper json = new ObjectMapper();

  private StageDoor(HttpServer server, Function<String, Map<String, Object>> actor) {
    this.server = server;
    this.actor = actor;
  }

  /**
   * Listens on a free port of the loopback address; one line is acted on at a time.
   *
   * @param actor an exception of it is answered as {@code error}
   */
  static StageDoor open(Function<String, Map<String, Object>> actor) {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var door = new StageDoor(server, actor);
      server.createContext("/", door::hear);
      server.start();
      return door;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void hear(HttpExchange exchange) throws IOException {
    try (exchange) {
      var line = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var answer = json.writeValueAsBytes(act(line.strip()));
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private Map<String, Object> act(String line) {
    try {
      return actor.apply(line);
    } catch (RuntimeException e) {
      return Map.of("error", Sentence.of(e));
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
