package io.flighthubcamunda.simulator;

import java.io.IOException;
import java.net.BindException;
import org.gaul.shaded.org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.gaul.shaded.org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.gaul.shaded.org.eclipse.jetty.http.HttpCompliance;
import org.gaul.shaded.org.eclipse.jetty.http.UriCompliance;
import org.gaul.shaded.org.eclipse.jetty.server.HttpConfiguration;
import org.gaul.shaded.org.eclipse.jetty.server.HttpConnectionFactory;
import org.gaul.shaded.org.eclipse.jetty.server.Server;
import org.gaul.shaded.org.eclipse.jetty.server.ServerConnector;
import org.gaul.shaded.org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The web server of the object store: the Jetty that s3proxy carries, with our servlet in front,
 * because s3proxy's own server has no place for a look at the session token.
 */
final class StoreServer implements AutoCloseable {

  private static final int THREADS = 64;

  private final Server server;
  private final ServerConnector connector;

  private StoreServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  static StoreServer start(Endpoints endpoints, StoreServlet servlet) throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("simulator-store");
    threads.setDaemon(true);
    Server server = new Server(threads);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(lenient()));
    connector.setHost(endpoints.bindAddress());
    connector.setPort(endpoints.storePort());
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.getServletHandler().setDecodeAmbiguousURIs(true);
    context.addServlet(new ServletHolder(servlet), "/*");
    server.setHandler(context);
    StoreServer started = new StoreServer(server, connector);
    try {
      server.start();
      return started;
    } catch (Exception e) {
      started.close();
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof BindException bind) {
          throw bind;
        }
      }
      throw new IOException(e);
    }
  }

  /** Object keys may hold anything, an encoded slash for example. */
  private static HttpConfiguration lenient() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setHttpCompliance(HttpCompliance.LEGACY);
    configuration.setUriCompliance(UriCompliance.UNSAFE);
    configuration.setSendServerVersion(false);
    return configuration;
  }

  int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      // Nobody can act on it: the server is being thrown away.
      server.destroy();
    }
  }
}
