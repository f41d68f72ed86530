package io.flighthubcamunda.cli;

import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The jar's entry: {@code java -jar flighthub-camunda.jar VERB}. */
@Command(
    name = "flighthub-camunda",
    description = "Drone photographs to models: DJI FlightHub 2 Open modeling on Camunda 8.",
    mixinStandardHelpOptions = true,
    versionProvider = JarVersion.class,
    synopsisSubcommandLabel = "VERB",
    commandListHeading = "%nVerbs:%n",
    subcommands = {
      ReconstructCommand.class,
      ReconstructManyCommand.class,
      CancelCommand.class,
      CheckCommand.class,
      ReconcileCommand.class,
      WorkerCommand.class,
      SimulatorCommand.class,
      ProjectsCommand.class,
      CommandLine.HelpCommand.class
    })
public final class FlightHubCamunda {

  private FlightHubCamunda() {}

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return UsageErrors.withConverters(new CommandLine(new FlightHubCamunda()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(new UsageErrors())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              // For whoever needs more than a sentence: --logging.level.io.flighthubcamunda=debug
              LoggerFactory.getLogger(FlightHubCamunda.class).debug("The verb failed", failure);
              command.getErr().println(Sentence.of(failure));
              return ExitCode.FAILED;
            });
  }
}
