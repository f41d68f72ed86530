package io.flighthubcamunda.cli;

import io.camunda.client.CamundaClient;
import io.flighthubcamunda.api.OpenModelApi;
import io.flighthubcamunda.result.ResultFolder;
import io.flighthubcamunda.source.ImageRoots;
import io.flighthubcamunda.source.ImageSources;
import io.flighthubcamunda.source.S3SourceSettings;
import io.flighthubcamunda.survey.SurveyList;
import io.flighthubcamunda.survey.SurveyListException;
import io.flighthubcamunda.survey.SurveyLists;
import io.flighthubcamunda.worker.instance.InstanceSearch;
import io.flighthubcamunda.worker.survey.ImageSetRow;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts the reconstruction of many image sets on a cluster and follows it. */
@Command(
    name = "reconstruct-many",
    mixinStandardHelpOptions = true,
    description = {
      "Start the reconstruction of many image sets and follow it until the last one ends. The"
          + " workers must see the list and the photographs. Leaves with 0 when every model of"
          + " every image set is ready.",
      "",
      "The columns of a CSV file are imageFolder, name, types (such as '2d 3d') and parameters"
          + " (such as {\"3d\": {\"quality_level\": 2}}); only imageFolder is needed, and counts"
          + " from the CSV file on unless it is absolute or s3://bucket/prefix. Options count"
          + " where the list says nothing.",
      "",
      "Uses the same properties as the worker: FLIGHTHUB_TOKEN, --flighthub.base-url,"
          + " --flighthub.project-uuid, --camunda.client.grpc-address …; with the workers'"
          + " --flighthub.result-root it counts what has ended"
    })
final class ReconstructManyCommand extends PropertyVerb implements Callable<Integer> {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofSeconds(10);

  @Parameters(
      paramLabel = "LIST",
      description =
          "CSV file with a row for each image set; or folder with a folder for each image set.")
  private Path list;

  @Mixin private RequestOptions request;

  @Mixin private SummaryOption summary;

  @Option(names = "--name", description = "Name of the survey. Default: the name of the list.")
  private String name;

  @Option(
      names = "--time-limit",
      description =
          "Give an image set up after this time, waiting included, ISO-8601. Default: P90D.")
  private Duration timeLimit;

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    request.requireUsable();
    SurveyList survey;
    try (var sources = new ImageSources(ImageRoots.ofThisUser(), S3SourceSettings.AWS)) {
      survey =
          new SurveyLists(sources).read(list.toAbsolutePath().toString(), request.types().types());
    } catch (SurveyListException e) {
      e.problems().forEach(command().commandLine().getErr()::println);
      return ExitCode.FAILED;
    }
    var out = System.out;
    survey.notes().forEach(note -> out.println("Warning: " + note));
    try (var context = EngineClient.open(properties())) {
      return follow(context, survey, out);
    }
  }

  private int follow(ApplicationContext context, SurveyList list, PrintStream out)
      throws InterruptedException, ExecutionException {
    var uuid = UUID.randomUUID();
    var surveyName = name == null || name.isBlank() ? list.name() : name.strip();
    var folder =
        context
            .getBean(ResultFolder.class)
            .resolve(request.resultFolder(), surveyName, uuid.toString());
    var survey =
        Survey.start(
            new ProcessStart(
                context.getBean(CamundaClient.class), context.getBean(InstanceSearch.class)),
            variables(list.location(), surveyName, uuid),
            uuid.toString(),
            folder);
    out.printf(
        "Survey %s: %,d image sets. Survey UUID %s.%n", surveyName, list.imageSets().size(), uuid);
    try (var hint =
            GoesOnHint.with(
                "The survey goes on; see Operate. Its summary will lie in %s. To stop it: cancel --survey %s"
                    .formatted(folder, uuid));
        var view = SurveyView.on(out, list.imageSets().size())) {
      var progress =
          new SurveyProgress(
              context.getBean(OpenModelApi.class),
              ImageSetRow.of(uuid, list.imageSets()),
              folder,
              LOOK,
              InstantSource.system());
      var end = survey.follow(progress, view, PAUSE);
      view.close();
      new SurveyReport(out).print(end);
      if (!(end instanceof Survey.End.Summarized summarized)) {
        return ExitCode.FAILED;
      }
      summary.write(summarized.report());
      return summarized.ready() ? ExitCode.OK : ExitCode.FAILED;
    }
  }

  private Map<String, Object> variables(String location, String surveyName, UUID uuid) {
    var variables = request.variables();
    variables.put("surveyList", location);
    variables.put("surveyName", surveyName);
    variables.put("surveyUuid", uuid.toString());
    if (timeLimit != null) {
      variables.put("timeLimit", timeLimit.toString());
    }
    return variables;
  }
}
