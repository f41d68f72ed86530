package io.flighthubcamunda.worker.management;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.stereotype.Component;

/**
 * Serves the {@link Pages} on {@code management.server.port}, if that is set; on loopback, unless
 * {@code management.server.address} is set. The JDK's web server does for two pages that one client
 * reads every few seconds; Spring's would bring a servlet container and its MVC into each worker.
 *
 * <p>The port is taken before any job is, so that a worker which can't have it does not start.
 */
@Component
public final class ManagementServer implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(ManagementServer.class);
  private static final Set<String> METHODS = Set.of("GET", "HEAD");
  private static final int HIGHEST_PORT = 65_535;

  /** Tells the JDK's server that no body follows. */
  private static final int NO_BODY = -1;

  private final Pages pages;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Optional<HttpServer> server;

  ManagementServer(ManagementServerProperties settings, Pages pages) {
    this.pages = pages;
    var address =
        Optional.ofNullable(settings.getAddress()).orElseGet(InetAddress::getLoopbackAddress);
    // Spring Boot's -1 means off as well.
    this.server =
        Optional.ofNullable(settings.getPort())
            .filter(port -> port >= 0)
            .map(port -> serve(address, port));
  }

  /** Where it listens; empty when it doesn't. */
  public Optional<InetSocketAddress> address() {
    return server.map(HttpServer::getAddress);
  }

  private HttpServer serve(InetAddress address, int port) {
    if (port > HIGHEST_PORT) {
      throw new ManagementPortException(
          "management.server.port must be at most %d, but is %d.".formatted(HIGHEST_PORT, port),
          null);
    }
    try {
      var started = HttpServer.create(new InetSocketAddress(address, port), 0);
      started.setExecutor(threads);
      started.createContext("/", this::answer);
      started.start();
      LOG.info(
          "Health and metrics at http://{}:{}/actuator",
          address.getHostAddress(),
          started.getAddress().getPort());
      return started;
    } catch (BindException e) {
      throw new ManagementPortException(
          "Health and metrics can't be served on %s port %d (%s). Set management.server.port to a"
                  .formatted(address.getHostAddress(), port, e.getMessage())
              + " free one, to 0 for any, or leave it out.",
          e);
    } catch (IOException e) {
      throw new ManagementPortException(
          "Health and metrics can't be served on %s port %d: %s"
              .formatted(address.getHostAddress(), port, e.getMessage()),
          e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!METHODS.contains(exchange.getRequestMethod())) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(405, NO_BODY);
        return;
      }
      var page = pages.page(exchange.getRequestURI().getPath());
      if (page.isEmpty()) {
        exchange.sendResponseHeaders(404, NO_BODY);
        return;
      }
      send(exchange, page.get());
    } catch (RuntimeException e) {
      LOG.warn("{} could not be answered", exchange.getRequestURI().getPath(), e);
      throw e;
    }
  }

  private static void send(HttpExchange exchange, Page page) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", page.contentType());
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(page.body().length));
      exchange.sendResponseHeaders(page.status(), NO_BODY);
      return;
    }
    exchange.sendResponseHeaders(page.status(), page.body().length);
    exchange.getResponseBody().write(page.body());
  }

  @Override
  public void destroy() {
    server.ifPresent(started -> started.stop(0));
    threads.shutdownNow();
  }
}
