package io.flighthubcamunda.cli;

import io.flighthubcamunda.imageset.BatchLimits;
import io.flighthubcamunda.imageset.ImageFolderRoots;
import io.flighthubcamunda.imageset.ImageSetCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether a folder of photographs can be reconstructed, without sending anything. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Check a folder of photographs as a reconstruction would. Sends nothing. Leaves"
            + " with 0 when FlightHub would take it, with 1 otherwise.")
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "DIR", description = "Folder with photographs, sub-folders included.")
  private Path folder;

  @Mixin private TypeOption types;

  @Override
  public Integer call() {
    // At a terminal a person's own rights are the limit, so the folder is its own root.
    var real = new ImageFolderRoots(List.of(folder)).resolve(folder.toAbsolutePath().toString());
    var report = new ImageSetCheck().check(real, null, types.types(), BatchLimits.DEFAULT);
    new CheckReport(command.commandLine().getOut()).print(report, types.types());
    return report.usable() ? ExitCode.OK : ExitCode.FAILED;
  }
}
