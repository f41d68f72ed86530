package io.flighthubcamunda.cli;

import io.camunda.client.CamundaClient;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.imageset.BatchLimits;
import io.flighthubcamunda.imageset.ImageSetPlan;
import io.flighthubcamunda.imageset.ImageSetReport;
import io.flighthubcamunda.worker.instance.InstanceSearch;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.springframework.context.ApplicationContext;
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

  @Mixin private RequestOptions request;

  @Option(names = "--name", description = "Name of the image set. Default: the folder's name.")
  private String name;

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
      return follow(context, report, plan(report, context.getBean(BatchLimits.class)), out);
    }
  }

  /** What the process would check first, here at once and before anything is started. */
  private ImageSetReport check(String... properties) {
    request.requireUsable();
    return images.check(properties, name, request.types().types());
  }

  /** As the workers make it, provided that they have the same limits. */
  private PlannedUpload plan(ImageSetReport report, BatchLimits limits) {
    return images.inspect(
        properties(),
        source ->
            PlannedUpload.of(
                ImageSetPlan.of(source.scan(request.types().types()), report.leftOut(), limits)));
  }

  private int follow(
      ApplicationContext context, ImageSetReport report, PlannedUpload plan, PrintStream out)
      throws InterruptedException, ExecutionException {
    var resourceUuid = UUID.randomUUID().toString();
    var reconstruction =
        Reconstruction.start(
            context.getBean(CamundaClient.class),
            context.getBean(InstanceSearch.class),
            variables(report, resourceUuid));
    out.printf(
        "Reconstruction of %s: %,d files, %s. Resource %s.%n",
        report.name(), report.fileCount(), Sizes.of(report.byteCount()), resourceUuid);
    try (var hint =
            GoesOnHint.with(
                "The reconstruction goes on; see Operate. To stop it: cancel %s"
                    .formatted(resourceUuid));
        var view = ProgressView.on(out)) {
      var progress =
          new FlightHubProgress(context.getBean(OpenModelApi.class), resourceUuid, plan, LOOK);
      var end = reconstruction.follow(progress, view, PAUSE, () -> false).orElseThrow();
      view.close();
      new EndReport(out).print(end);
      return end.ready() ? ExitCode.OK : ExitCode.FAILED;
    }
  }

  private Map<String, Object> variables(ImageSetReport report, String resourceUuid) {
    var variables = request.variables();
    variables.put("imageFolder", report.location());
    variables.put("imageSetName", report.name());
    variables.put("resourceUuid", resourceUuid);
    if (timeLimit != null) {
      variables.put("timeLimit", timeLimit.toString());
    }
    return variables;
  }
}
