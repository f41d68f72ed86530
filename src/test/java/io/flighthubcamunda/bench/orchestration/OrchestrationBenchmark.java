package io.flighthubcamunda.bench.orchestration;

import io.camunda.client.CamundaClient;
import io.flighthubcamunda.bench.BenchException;
import io.flighthubcamunda.bench.BenchSettings;
import io.flighthubcamunda.bench.Benchmark;
import io.flighthubcamunda.bench.BusyEngine;
import io.flighthubcamunda.bench.Goal;
import io.flighthubcamunda.bench.Median;
import io.flighthubcamunda.bench.Report;
import io.flighthubcamunda.bench.TextTable;
import io.flighthubcamunda.local.LocalEngine;
import io.flighthubcamunda.local.LocalPorts;
import io.flighthubcamunda.local.RealBroker;
import io.flighthubcamunda.local.RealCamunda;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/**
 * Whole reconstructions per second of the product, as a share of what the same diagrams reach with
 * empty handlers on the same broker: once on the broker alone, once with Operate beside it.
 */
public final class OrchestrationBenchmark implements Benchmark {

  private static final int WARM_UP = 300;
  private static final int MEASURED = 600;
  private static final int AT_ONCE = 40;
  private static final double GOAL = 0.8;

  private final TextTable table =
      new TextTable(
          "engine",
          "workers",
          "instances/s",
          "share",
          "engine CPU, s",
          "worker CPU, s",
          "rest CPU, s",
          "calls",
          "refused");
  private final List<Goal> goals = new ArrayList<>();
  private final Map<String, Object> details = new LinkedHashMap<>();

  /** Where the contest is held. */
  private enum Scene {
    ALONE("alone", "broker alone", 1),
    /** An engine that exports all it does needs several times as long. */
    OPERATE("operate", "with Operate", 3),
    SHARED("shared", "broker alone, processors shared", 1);

    private final String id;
    private final String label;
    private final int part;

    Scene(String id, String label, int part) {
      this.id = id;
      this.label = label;
      this.part = part;
    }
  }

  @Override
  public Report run(BenchSettings settings, Consumer<String> say) {
    var apart = Processors.canBeKeptApart();
    for (var scene : Scene.values()) {
      if (!settings.only().isEmpty() && !settings.only().contains(scene.id)) {
        continue;
      }
      try (var engine =
          scene == Scene.OPERATE
              ? RealCamunda.start(settings.camunda(), LocalPorts.free(), say)
              : RealBroker.start(settings.camunda(), say)) {
        if (apart && scene != Scene.SHARED) {
          try (var processors = Processors.keepApart()) {
            contest(scene, engine, settings, say);
          }
        } else {
          contest(scene, engine, settings, say);
        }
      }
    }
    details.put("instancesAtOnce", AT_ONCE);
    details.put("processorsKeptApart", apart);
    details.put("runs", settings.runs());
    return new Report(table, List.of(remark(apart)), goals, details);
  }

  private static String remark(boolean apart) {
    return ("Instances of reconstruct-images with 5 tiny photographs, %d under way at any time;"
            + " median of the runs; CPU per 100 instances. "
            + (apart
                ? "The engine has one half of the processors, the workers with the simulator,"
                    + " FlightHub's store and the process that creates the instances (rest) have the"
                    + " other half; where processors are shared, all have all of them."
                : "The simulator, FlightHub's store and the process that creates the instances"
                    + " (rest) share the processors with both contestants, for lack of taskset or of"
                    + " a second processor.")
            + " Calls are those to FlightHub's API for each instance, its store aside; refused are"
            + " commands to create an instance that the engine was too busy for.")
        .formatted(AT_ONCE);
  }

  private void contest(
      Scene scene, LocalEngine engine, BenchSettings settings, Consumer<String> say) {
    var directory = directory(settings, scene.id);
    var runs = new EnumMap<Contestant, List<Run>>(Contestant.class);
    for (int run = 1; run <= settings.runs(); run++) {
      for (var contestant : Contestant.values()) {
        var what = "%s, run %d: %s".formatted(scene.label, run, contestant.label());
        say.accept(what);
        var measured = measure(contestant, run, engine, directory, settings, scene.part);
        // Soon, because a long benchmark may be broken off.
        say.accept("%s: %s".formatted(what, measured));
        runs.computeIfAbsent(contestant, c -> new ArrayList<>()).add(measured);
      }
    }
    var limit = rate(runs.get(Contestant.EMPTY));
    runs.forEach((contestant, measured) -> row(scene.label, contestant, measured, limit));
    if (scene != Scene.SHARED) {
      goals.add(
          Goal.atLeast(
              "instances per second as a share of what empty handlers reach, " + scene.label,
              OptionalDouble.of(rate(runs.get(Contestant.PRODUCT)) / limit),
              GOAL));
    }
  }

  /**
   * @param engineCpu, workerCpu, restCpu seconds for 100 instances
   * @param calls to FlightHub's API for each instance
   */
  private record Run(
      double perSecond,
      double engineCpu,
      double workerCpu,
      double restCpu,
      double calls,
      int refusals) {}

  private Run measure(
      Contestant contestant,
      int run,
      LocalEngine engine,
      Path directory,
      BenchSettings settings,
      int part) {
    var images = images(directory);
    var instant =
        SimulatorSettings.defaults()
            .withQueueTime(Duration.ZERO)
            .withReconstructionTime(Duration.ZERO)
            .withPackagingTime(Duration.ZERO)
            .withDeletionDelay(Duration.ZERO)
            .withContactSheet(false);
    var warmUp = settings.scaled(WARM_UP / part, 20);
    var measured = settings.scaled(MEASURED / part, 20);
    try (var simulator = Simulator.start(instant);
        var worker =
            new Workers(engine.grpcAddress(), simulator, images, directory).start(contestant, run);
        var client = client(engine);
        var crowd =
            new Crowd(
                client,
                Map.of("imageFolder", images.toString(), "types", List.of("3d")),
                warmUp,
                measured)) {
      BusyEngine.deployDiagrams(client);
      var engineBefore = engine.cpu();
      var workerBefore = worker.cpu();
      var restBefore = ownCpu();
      var passage = crowd.pass(AT_ONCE);
      var hundreds = (warmUp + measured) / 100.0;
      return new Run(
          passage.perSecond(),
          seconds(engine.cpu().minus(engineBefore)) / hundreds,
          seconds(worker.cpu().minus(workerBefore)) / hundreds,
          seconds(ownCpu().minus(restBefore)) / hundreds,
          calls(simulator) / (double) (warmUp + measured),
          passage.refusals());
    }
  }

  private void row(String engine, Contestant contestant, List<Run> runs, double limit) {
    var rate = rate(runs);
    table.row(
        engine,
        contestant.label(),
        number("%.1f", rate),
        number("%.2f", rate / limit),
        number("%.1f", median(runs, Run::engineCpu)),
        number("%.1f", median(runs, Run::workerCpu)),
        number("%.1f", median(runs, Run::restCpu)),
        number("%.1f", median(runs, Run::calls)),
        String.valueOf(runs.stream().mapToInt(Run::refusals).sum()));
    details.put(engine + ", " + contestant.label(), runs);
  }

  private static int calls(Simulator simulator) {
    return simulator.flightHub().calls().values().stream().mapToInt(Integer::intValue).sum();
  }

  private static double rate(List<Run> runs) {
    return median(runs, Run::perSecond);
  }

  private static double median(List<Run> runs, java.util.function.Function<Run, Double> figure) {
    return Median.of(runs.stream().map(figure).toList()).orElseThrow();
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static Duration ownCpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static CamundaClient client(LocalEngine engine) {
    return CamundaClient.newClientBuilder()
        .grpcAddress(engine.grpcAddress())
        .preferRestOverGrpc(false)
        .build();
  }

  private static Path directory(BenchSettings settings, String name) {
    try {
      return Files.createDirectories(settings.directory().resolve("orchestration").resolve(name))
          .toRealPath();
    } catch (IOException e) {
      throw new BenchException("No folder could be made for the results: " + e.getMessage(), e);
    }
  }

  /** The smallest pictures that the check takes. */
  private static Path images(Path directory) {
    var folder = directory.resolve("images");
    try {
      Files.createDirectories(folder);
      var picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
      for (int i = 1; i <= EmptyWorkers.FILES; i++) {
        picture.setRGB(i, i, 0xffffff);
        ImageIO.write(picture, "jpeg", folder.resolve("DJI_%04d.JPG".formatted(i)).toFile());
      }
      return folder;
    } catch (IOException e) {
      throw new BenchException("The photographs could not be made: " + e.getMessage(), e);
    }
  }
}
