package io.flighthubcamunda.bench.spread;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flighthubcamunda.bench.link.FarLink;
import io.flighthubcamunda.bench.link.LinkShape;
import io.flighthubcamunda.simulator.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * FlightHub as one machine sees it whose line to the store is its own: the same answers, but
 * credentials name the near end of this machine's link as the store.
 */
final class LinkedFlightHub implements AutoCloseable {

  /** Headers that the client sets by itself, and lets nobody else set. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "content-length", "expect", "host", "http2-settings", "upgrade");

  private final Simulator simulator;
  private final FarLink link;
  private final HttpServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private LinkedFlightHub(Simulator simulator, FarLink link, HttpServer server) {
    this.simulator = simulator;
    this.link = link;
    this.server = server;
  }

  static LinkedFlightHub open(Simulator simulator, LinkShape shape) {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var link = FarLink.open(shape, simulator.storeUrl().getPort());
      var flightHub = new LinkedFlightHub(simulator, link, server);
      server.setExecutor(flightHub.threads);
      server.createContext("/", flightHub::pass);
      server.start();
      return flightHub;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request =
          HttpRequest.newBuilder(simulator.baseUrl().resolve(exchange.getRequestURI().toString()))
              .method(
                  exchange.getRequestMethod(),
                  BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
      exchange
          .getRequestHeaders()
          .forEach(
              (name, values) -> {
                if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                  values.forEach(value -> request.header(name, value));
                }
              });
      var answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
      var body = answer.body().replace(store(simulator.storeUrl().getPort()), store(link.port()));
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.statusCode(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String store(int port) {
    return "http://%s:%d\"".formatted(simulator.storeUrl().getHost(), port);
  }

  @Override
  public void close() {
    server.stop(0);
    link.close();
    client.close();
    threads.shutdownNow();
  }
}
