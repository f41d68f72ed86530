package io.flighthubcamunda.cli;

import io.camunda.client.CamundaClient;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.imageset.BatchLimits;
import io.flighthubcamunda.imageset.ImageSetPlan;
import io.flighthubcamunda.imageset.ImageSetReport;
import io.flighthubcamunda.worker.job.BusinessError;
import io.flighthubcamunda.worker.job.ReconstructionRequest;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a reconstruction on a cluster and follows it. */
@Command(
    name = "reconstruct",
    mixinStandardHelpOptions = true,
    description = {
      "Start a reconstruction of photographs and follow it until it ends. The workers"
          + " must see the same ones. Leaves with 0 when every model is ready.",
      "",
      "Uses the same properties as the worker: FLIGHTHUB_TOKEN, --flighthub.base-url,"
          + " --flighthub.project-uuid, --camunda.client.grpc-address …"
    })
final class ReconstructCommand extends PropertyVerb implements Callable<Integer> {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofSeconds(10);

  @Mixin private ImageSetArgument images;

  @Mixin private TypeOption types;

  @Option(names = "--name", description = "Name of the image set. Default: the folder's name.")
  private String name;

  @Option(
      names = "--parameters",
      paramLabel = "TYPE=JSON",
      description = "Parameters of a type, such as 3d='{\"quality_level\":2}'.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(names = "--result-folder", description = "Folder for the results, below the result root.")
  private String resultFolder;

  @Option(names = "--keep-resource", description = "Leave the uploaded photographs in FlightHub.")
  private boolean keepResource;

  @Option(names = "--time-limit", description = "Give up after this time, ISO-8601. Default: P14D.")
  private Duration timeLimit;

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    var out = System.out;
    var properties = properties();
    var report = check(properties);
    report.warnings().forEach(warning -> out.println("Warning: " + warning.message()));
    if (!report.usable()) {
      report.errors().forEach(error -> command().commandLine().getErr().println(error.message()));
      return ExitCode.FAILED;
    }
    try (var context = EngineClient.open(properties)) {
      return follow(
          context.getBean(CamundaClient.class),
          context.getBean(OpenModelApi.class),
          report,
          plan(report, context.getBean(BatchLimits.class)),
          out);
    }
  }

  /** What the process would check first, here at once and before anything is started. */
  private ImageSetReport check(String... properties) {
    try {
      ReconstructionRequest.of(types.labels(), Map.copyOf(parameters));
    } catch (BusinessError e) {
      throw new IllegalArgumentException(e.getMessage());
    }
    return images.check(properties, name, types.types());
  }

  /** As the workers make it, provided that they have the same limits. */
  private PlannedUpload plan(ImageSetReport report, BatchLimits limits) {
    return images.inspect(
        properties(),
        source ->
            PlannedUpload.of(
                ImageSetPlan.of(source.scan(types.types()), report.leftOut(), limits)));
  }

  private int follow(
      CamundaClient engine,
      OpenModelApi flightHub,
      ImageSetReport report,
      PlannedUpload plan,
      PrintStream out)
      throws InterruptedException, ExecutionException {
    var resourceUuid = UUID.randomUUID().toString();
    var reconstruction = Reconstruction.start(engine, variables(report, resourceUuid));
    out.printf(
        "Reconstruction of %s: %,d files, %s. Resource %s.%n",
        report.name(), report.fileCount(), Sizes.of(report.byteCount()), resourceUuid);
    var hint =
        new Thread(
            () ->
                System.err.printf(
                    "%nNo longer following. The reconstruction goes on; see Operate, resource %s.%n",
                    resourceUuid));
    Runtime.getRuntime().addShutdownHook(hint);
    try (var view = ProgressView.on(out)) {
      var progress = new FlightHubProgress(flightHub, resourceUuid, plan, LOOK);
      var end = reconstruction.follow(progress, view, PAUSE, () -> false).orElseThrow();
      view.close();
      new EndReport(out).print(end);
      return end.ready() ? ExitCode.OK : ExitCode.FAILED;
    } finally {
      // Only who stops following by hand is told that it goes on.
      Runtime.getRuntime().removeShutdownHook(hint);
    }
  }

  private Map<String, Object> variables(ImageSetReport report, String resourceUuid) {
    var variables = new HashMap<String, Object>();
    variables.put("imageFolder", report.location());
    variables.put("imageSetName", report.name());
    variables.put("types", types.labels());
    variables.put("parameters", parameters);
    variables.put("resourceUuid", resourceUuid);
    variables.put("keepResource", keepResource);
    if (resultFolder != null) {
      variables.put("resultFolder", resultFolder);
    }
    if (timeLimit != null) {
      variables.put("timeLimit", timeLimit.toString());
    }
    return variables;
  }
}
