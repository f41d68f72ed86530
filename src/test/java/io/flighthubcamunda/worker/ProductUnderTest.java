package io.flighthubcamunda.worker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.camunda.client.api.command.ClientStatusException;
import io.flighthubcamunda.api.FlightHubAnswerLostException;
import io.flighthubcamunda.api.FlightHubException;
import io.flighthubcamunda.api.FlightHubUnavailableException;
import io.flighthubcamunda.api.OrganizationApi;
import io.flighthubcamunda.local.ManagementClient;
import io.flighthubcamunda.secrets.SecretScan;
import io.flighthubcamunda.simulator.SimulatedFlightHub;
import io.flighthubcamunda.simulator.SimulatedModel;
import io.flighthubcamunda.simulator.SimulatedResource;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import io.flighthubcamunda.source.SourceStore;
import io.flighthubcamunda.worker.management.ManagementServer;
import io.flighthubcamunda.worker.metrics.WorkerMetric;
import io.grpc.Status;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Engine, workers and simulated FlightHub on one clock. Engine and workers live as long as the test
 * run; each test gets a new FlightHub at the old address, and folders of its own.
 */
final class ProductUnderTest implements AutoCloseable {

  static final String INSTALLATION = "engine for tests";

  private static final Duration AFTER_LAST_TEST = Duration.ofMinutes(5);

  private final VirtualEngine engine = VirtualEngine.start();
  private final Path directory;
  private final Path images;
  private final Path results;
  private final SourceStore bucket = SourceStore.start();
  private final Set<String> secrets = new HashSet<>();
  private final LogSeen log = new LogSeen();
  private final ConfigurableApplicationContext workers;
  private Simulator simulator;

  ProductUnderTest() {
    try {
      this.directory = Files.createTempDirectory("flighthub-camunda-test").toRealPath();
      this.images = Files.createDirectories(directory.resolve("images"));
      this.results = Files.createDirectories(directory.resolve("results"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.simulator = Simulator.start(SimulatorSettings.defaults().withClock(engine.clock()));
    this.workers = startWorkers();
  }

  private ConfigurableApplicationContext startWorkers() {
    var access = simulator.settings().access();
    Map<String, Object> properties = new HashMap<>();
    properties.put("camunda.client.grpc-address", engine.grpcAddress());
    // This engine can't be searched.
    properties.put("camunda.client.rest-address", "http://127.0.0.1:9");
    properties.put("flighthub.installation", INSTALLATION);
    properties.put("flighthub.base-url", simulator.baseUrl());
    properties.put("flighthub.token", access.token());
    properties.put("flighthub.project-uuid", access.projectUuid());
    properties.put("flighthub.storage.allow-http", true);
    properties.put("flighthub.image-roots", images + ",s3://" + SourceStore.BUCKET);
    properties.put("flighthub.source.s3.endpoint", bucket.endpoint());
    // One of the places in the environment where AWS's tools look for credentials.
    System.setProperty("aws.accessKeyId", bucket.accessKeyId());
    System.setProperty("aws.secretAccessKey", bucket.secretAccessKey());
    secrets.add(bucket.secretAccessKey());
    properties.put("flighthub.result-root", results);
    properties.put("flighthub.batch.max-files", 5);
    properties.put("flighthub.rate-limit.calls-per-second", 200);
    properties.put("flighthub.rate-limit.burst", 200);
    // The in-memory engine has no long polling; frequent questions would keep it busy.
    properties.put("camunda.client.worker.defaults.stream-enabled", true);
    properties.put("camunda.client.worker.defaults.poll-interval", "200ms");
    properties.put("flighthub.request-timeout", "5s");
    properties.put("flighthub.retry.first-pause", "100ms");
    properties.put("flighthub.admission.full-pause", "100ms");
    properties.put("flighthub.admission.wait-for-jobs", "1s");
    properties.put("flighthub.admission.list-grace", "1s");
    // The clock leaps here; a start in hand must not count as abandoned by it.
    properties.put("flighthub.admission.job-timeout", "365d");
    properties.put("management.server.port", 0);
    properties.put("flighthub.admission.turn-timeout", "365d");
    return new SpringApplicationBuilder(WorkerApplication.class)
        .logStartupInfo(false)
        .initializers(
            context -> {
              // Not earlier: the starting application sets logging up anew.
              listenToLog();
              var beans = (GenericApplicationContext) context;
              beans.registerBean(InstantSource.class, engine::clock);
            })
        .run(
            properties.entrySet().stream()
                .map(property -> "--%s=%s".formatted(property.getKey(), property.getValue()))
                .toArray(String[]::new));
  }

  private void listenToLog() {
    log.start();
    ((Logger) LoggerFactory.getLogger("io.flighthubcamunda")).setLevel(Level.DEBUG);
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(log);
  }

  /** A FlightHub that knows nothing and an engine without instances. */
  ProductUnderTest renew() {
    return renew(settings -> settings);
  }

  /**
   * @param change what this FlightHub does otherwise than Standard edition, 10 s queued, 1 min
   *     reconstructing, 10 s packaging
   */
  ProductUnderTest renew(UnaryOperator<SimulatorSettings> change) {
    // A verb that the last test ran has set logging up anew, too.
    listenToLog();
    for (long key : engine.history().running()) {
      cancel(key);
    }
    // A worker notices within seconds; until then it would ask the next test's FlightHub for keys.
    engine.awaitWithoutTimePassing("uploads to stop", () -> activeBatches() == 0);
    engine.history().forgetEnded();
    exchangeFlightHub(change);
    // What the workers remember of earlier starts must be too old to matter.
    engine.advance(AFTER_LAST_TEST);
    return this;
  }

  /** The engine knows more than its history here: the last test's instance may just have ended. */
  private void cancel(long key) {
    try {
      engine.client().newCancelInstanceCommand(key).send().join();
    } catch (ClientStatusException e) {
      if (e.getStatusCode() != Status.Code.NOT_FOUND) {
        throw e;
      }
    }
  }

  /**
   * Another FlightHub at the old address, while instances go on. Its store is at a new one, so that
   * no connection to the old store is left to fail.
   */
  void exchangeFlightHub(UnaryOperator<SimulatorSettings> change) {
    int port = simulator.baseUrl().getPort();
    simulator.close();
    secrets.addAll(simulator.issuedSecrets());
    simulator =
        Simulator.start(
            change.apply(
                SimulatorSettings.defaults()
                    .withClock(engine.clock())
                    .withPort(port)
                    .withQueueTime(Duration.ofSeconds(10))
                    .withReconstructionTime(Duration.ofMinutes(1))
                    .withPackagingTime(Duration.ofSeconds(10))));
    engine.awaitWithoutTimePassing("connections to the new FlightHub", this::flightHubAnswers);
  }

  /** Each connection that the workers still keep to the one before fails a call, and is gone. */
  private boolean flightHubAnswers() {
    try {
      worker(OrganizationApi.class).systemStatus();
      return true;
    } catch (FlightHubUnavailableException | FlightHubAnswerLostException e) {
      return false;
    } catch (FlightHubException e) {
      // Another key, for example.
      return true;
    }
  }

  private double activeBatches() {
    return worker(MeterRegistry.class)
        .get(WorkerMetric.UPLOAD_ACTIVE_BATCHES.getName())
        .gauge()
        .value();
  }

  VirtualEngine engine() {
    return engine;
  }

  Simulator simulator() {
    return simulator;
  }

  SimulatedFlightHub flightHub() {
    return simulator.flightHub();
  }

  /** Everything that was ever a secret here, to look for where it must not be. */
  SecretScan secretScan() {
    var all = new HashSet<>(secrets);
    all.addAll(simulator.issuedSecrets());
    return SecretScan.lookingFor(all);
  }

  LogSeen log() {
    return log;
  }

  <T> T worker(Class<T> type) {
    return workers.getBean(type);
  }

  /** Where the workers serve health and metrics. */
  ManagementClient management() {
    return new ManagementClient(worker(ManagementServer.class).address().orElseThrow());
  }

  Path imageRoot() {
    return images;
  }

  /** A store of the customer's, below an image root. */
  SourceStore bucket() {
    return bucket;
  }

  Path resultRoot() {
    return results;
  }

  /** A folder of photographs below the image root that no other test has. */
  Path photographs(int count) {
    return Photographs.into(images.resolve("site-" + UUID.randomUUID()), count);
  }

  ReconstructionInstance reconstruct(Path folder, Map<String, Object> variables) {
    var all = new HashMap<>(variables);
    all.put("imageFolder", folder.toString());
    return engine.reconstruct(all);
  }

  /**
   * @param source as the variable {@code imageFolder} has it
   */
  ReconstructionInstance reconstruct(String source) {
    return engine.reconstruct(Map.of("imageFolder", source));
  }

  ReconstructionInstance reconstruct(Path folder) {
    return reconstruct(folder, Map.of());
  }

  /** The models of an instance, in the order of their start. */
  List<SimulatedModel> models(ReconstructionInstance instance) {
    return flightHub().models().stream()
        .filter(model -> model.resourceUuid().equals(instance.resourceUuid()))
        .toList();
  }

  /** The resource of an instance; empty when nothing was registered. */
  List<SimulatedResource> resources(ReconstructionInstance instance) {
    return flightHub().resources().stream()
        .filter(resource -> resource.uuid().equals(instance.resourceUuid()))
        .toList();
  }

  /** Whether FlightHub neither runs nor keeps nor bills anything. */
  boolean nothingLeft() {
    // Stops and deletions take effect a moment after they are asked for.
    engine.advance(Duration.ofMinutes(1));
    return flightHub().running() == 0
        && flightHub().quotaUsed() == 0
        && flightHub().resources().stream().allMatch(resource -> resource.status() == 3);
  }

  @Override
  public void close() {
    workers.close();
    simulator.close();
    bucket.close();
    engine.close();
    try {
      FileSystemUtils.deleteRecursively(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
