package io.flighthubcamunda.local;

import io.camunda.client.CamundaClient;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.cli.EndReport;
import io.flighthubcamunda.cli.ExitCode;
import io.flighthubcamunda.cli.FlightHubProgress;
import io.flighthubcamunda.cli.ProgressView;
import io.flighthubcamunda.cli.Reconstruction;
import io.flighthubcamunda.cli.ReconstructionEnd;
import io.flighthubcamunda.cli.ReconstructionProgress;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import io.flighthubcamunda.worker.instance.InstanceSearch;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.context.ApplicationContext;

/**
 * The product in one process: a local engine, a simulated FlightHub, the workers, and one
 * reconstruction that is followed on the terminal.
 */
public final class Demo {

  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration OPERATE_LAG = Duration.ofSeconds(30);
  private static final String COMPLETED = "COMPLETED";

  private final DemoSettings settings;
  private final DemoListener listener = new DemoListener();

  private Demo(DemoSettings settings) {
    this.settings = settings;
  }

  public static void main(String[] args) {
    MavenChild.run(() -> new Demo(DemoSettings.from(System.getProperties())).run());
  }

  private int run() throws InterruptedException, ExecutionException {
    var images = settings.imageFolder();
    var results = settings.workDirectory().resolveSibling("demo-results").toAbsolutePath();
    var flightHub = SimulatorSettings.defaults();
    try (var engine = engine();
        var simulator = Simulator.start(flightHub);
        var workers = DemoWorkers.start(engine, simulator, flightHub, images, results, listener)) {
      say("Simulated FlightHub at " + simulator.baseUrl());
      var end = reconstruct(workers, images, engine.operateAddress());
      end.ifPresent(ended -> new EndReport(System.out).print(ended));
      engine.operateAddress().ifPresent(this::sayWhatOperateShows);
      if (!settings.exit()) {
        say("Everything stays up. Ctrl-C ends it.");
        new CountDownLatch(1).await();
      }
      return end.isPresent() && end.get().ready() ? ExitCode.OK : ExitCode.FAILED;
    }
  }

  private LocalEngine engine() {
    return settings.inMemory()
        ? InMemoryEngine.start(Demo::say)
        : RealCamunda.start(
            settings.workDirectory(), LocalPorts.from(System.getProperties()), Demo::say);
  }

  private Optional<ReconstructionEnd> reconstruct(
      ApplicationContext workers, Path images, Optional<URI> operate)
      throws InterruptedException, ExecutionException {
    say("Reconstructing %s as %s".formatted(images, String.join(", ", settings.typeLabels())));
    operate.ifPresent(address -> say("Operate: %s (demo / demo)".formatted(address)));
    var resourceUuid = UUID.randomUUID().toString();
    var reconstruction =
        Reconstruction.start(
            workers.getBean(CamundaClient.class),
            workers.getBean(InstanceSearch.class),
            Map.of(
                "imageFolder", images.toString(),
                "types", settings.typeLabels(),
                "resourceUuid", resourceUuid));
    try (var view = ProgressView.on(System.out)) {
      return reconstruction.follow(
          progress(workers.getBean(OpenModelApi.class), resourceUuid), view, PAUSE, this::stuck);
    } finally {
      listener.incident().ifPresent(message -> say("An operator is needed: " + message));
    }
  }

  /** The upload from our own workers, models from FlightHub. */
  private Supplier<ReconstructionProgress> progress(OpenModelApi flightHub, String resourceUuid) {
    var models = FlightHubProgress.ofModels(flightHub, resourceUuid, LOOK);
    return () -> {
      var upload = listener.upload();
      return new ReconstructionProgress(
          upload, upload.complete() ? models.get().models() : List.of());
    };
  }

  /** With -Dexit nobody is there to resolve an incident. */
  private boolean stuck() {
    return settings.exit() && listener.incident().isPresent();
  }

  /** Operate learns of the end a few seconds after the engine. */
  private void sayWhatOperateShows(URI address) {
    listener
        .instanceKey()
        .ifPresent(
            key -> {
              try (var operate = new OperateApi(address)) {
                var state = endState(operate, key);
                say(
                    "Operate: %s (%s, %s)"
                        .formatted(
                            operate.instanceAddress(key),
                            state,
                            operate.hasIncident(key) ? "with an incident" : "no incident"));
              }
            });
  }

  private static String endState(OperateApi operate, long key) {
    try {
      return Awaitility.await()
          .atMost(OPERATE_LAG)
          .pollInterval(Duration.ofSeconds(1))
          .pollInSameThread()
          .until(() -> operate.instanceState(key).orElse("not shown yet"), COMPLETED::equals);
    } catch (ConditionTimeoutException e) {
      return operate.instanceState(key).orElse("not shown yet");
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
