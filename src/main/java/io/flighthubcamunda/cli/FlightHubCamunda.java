package io.flighthubcamunda.cli;

import java.util.List;
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
      CheckCommand.class,
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
    var commands = new CommandLine(new FlightHubCamunda());
    List.of("worker", "reconstruct", "projects")
        .forEach(verb -> SpringArguments.allowOn(commands.getSubcommands().get(verb)));
    return commands
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println(Sentence.of(failure));
              return ExitCode.FAILED;
            });
  }
}
