package io.flighthubcamunda.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says whether a folder of photographs can be reconstructed, without sending anything. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Check photographs as a reconstruction would. Sends nothing. Leaves"
            + " with 0 when FlightHub would take it, with 1 otherwise.")
final class CheckCommand extends PropertyVerb implements Callable<Integer> {

  @Mixin private ImageSetArgument images;

  @Mixin private TypeOption types;

  @Override
  public Integer call() {
    var report = images.check(properties(), null, types.types());
    new CheckReport(command().commandLine().getOut()).print(report, types.types());
    return report.usable() ? ExitCode.OK : ExitCode.FAILED;
  }
}
