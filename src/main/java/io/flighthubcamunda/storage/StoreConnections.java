package io.flighthubcamunda.storage;

import io.flighthubcamunda.s3.S3Clients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The connections of this process to stores. One for the whole process: they stay open over batches
 * and credentials, so that only the first files pay for handshakes.
 *
 * <p>Objects go both ways through Apache's client with TLS of {@link TlsSocket}; questions go
 * through the AWS SDK, which works several times as long for one request.
 */
public final class StoreConnections implements AutoCloseable {

  /** A connection that rested longer is looked at before it is used: stores close idle ones. */
  static final TimeValue RESTED = TimeValue.ofMilliseconds(200);

  /** At once, besides the uploads. */
  private static final int DOWNLOADS = 2;

  private final StorageSettings settings;
  private final StoreConnector connector;
  private final CloseableHttpClient http;
  private final SdkHttpClient client;
  private final Map<StoreAddress, S3Client> sdks = new ConcurrentHashMap<>();
  private final StallWatch stalls;
  private final RequestConfig ofUploads;
  private final StoreClock clock;
  private final ChunkBuffers chunks = new ChunkBuffers();

  private StoreConnections(
      StorageSettings settings, TlsEngines tls, DnsResolver names, Clock machine) {
    this.settings = settings;
    this.clock = new StoreClock(machine);
    this.connector = new StoreConnector(tls, names, settings.connectTimeout());
    this.http = http(settings, connector);
    this.client =
        Apache5HttpClient.builder()
            .maxConnections(settings.connections())
            .connectionTimeout(settings.connectTimeout())
            .socketTimeout(settings.stallTimeout())
            // Between two questions lie hours, and it would only notice in use that one is gone.
            .connectionTimeToLive(Duration.ofSeconds(1))
            .expectContinueEnabled(false)
            .build();
    this.stalls = new StallWatch(settings.stallTimeout());
    this.ofUploads = requests().setResponseTimeout(Timeout.of(settings.answerTimeout())).build();
  }

  public static StoreConnections open(StorageSettings settings) {
    return open(settings, Clock.systemUTC());
  }

  static StoreConnections open(StorageSettings settings, Clock machine) {
    return new StoreConnections(
        settings, TlsEngines.open(), SystemDefaultDnsResolver.INSTANCE, machine);
  }

  static StoreConnections open(StorageSettings settings, TlsEngines tls, DnsResolver names) {
    return new StoreConnections(settings, tls, names, Clock.systemUTC());
  }

  private static RequestConfig.Builder requests() {
    return RequestConfig.custom().setExpectContinueEnabled(false);
  }

  private static CloseableHttpClient http(StorageSettings settings, StoreConnector connector) {
    return HttpClients.custom()
        .setConnectionManager(pool(settings, connector))
        .setRoutePlanner(new SystemDefaultRoutePlanner(ProxySelector.getDefault()))
        .setDefaultRequestConfig(requests().build())
        .setUserAgent("flighthub-camunda")
        // Who asked decides about trying again, and with which credential.
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  private static HttpClientConnectionManager pool(
      StorageSettings settings, StoreConnector connector) {
    return new PoolBuilder(connector)
        .setMaxConnTotal(settings.connections() + DOWNLOADS)
        .setMaxConnPerRoute(settings.connections() + DOWNLOADS)
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder()
                // A store that refuses says so before the whole body came, and then hangs up.
                .responseOutOfOrderStrategy((ask, by, in, sent, next) -> in.available() > 0)
                .build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                .setSocketTimeout(Timeout.of(settings.stallTimeout()))
                .setValidateAfterInactivity(RESTED)
                .build())
        .build();
  }

  StorageSettings settings() {
    return settings;
  }

  /**
   * The shortest time that it took to open a connection which was already on its way: a round trip
   * to the nearest store, and a little work. Empty before the first one.
   */
  public Optional<Duration> shortestHandshake() {
    return connector.shortestHandshake();
  }

  CloseableHttpClient http() {
    return http;
  }

  /**
   * The SDK's client for a store, without credentials: each request brings its own. Making one
   * costs more than a request, and a process meets few stores.
   */
  S3Client sdk(StoreAddress store) {
    return sdks.computeIfAbsent(store, this::newSdk);
  }

  private S3Client newSdk(StoreAddress store) {
    return S3Clients.plain()
        .endpointOverride(store.endpoint())
        .region(Region.of(store.region()))
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .forcePathStyle(store.pathStyle())
        .putAuthScheme(new StoreTimeScheme(clock))
        .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .httpClient(client)
        .build();
  }

  /** For requests whose answer can't come before all of an object is stored. */
  RequestConfig ofUploads() {
    return ofUploads;
  }

  StallWatch stalls() {
    return stalls;
  }

  StoreClock clock() {
    return clock;
  }

  ChunkBuffers chunks() {
    return chunks;
  }

  @Override
  public void close() {
    stalls.close();
    sdks.values().forEach(S3Client::close);
    client.close();
    try {
      http.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The only way to give the pool another way to connect. */
  private static final class PoolBuilder extends PoolingHttpClientConnectionManagerBuilder {

    private final StoreConnector connector;

    PoolBuilder(StoreConnector connector) {
      this.connector = connector;
    }

    @Override
    protected HttpClientConnectionOperator createConnectionOperator(
        SchemePortResolver ports, DnsResolver unused, TlsSocketStrategy none) {
      return connector;
    }
  }
}
