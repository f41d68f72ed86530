package io.flighthubcamunda.cli;

import io.flighthubcamunda.imageset.ImageSetReport;
import io.flighthubcamunda.imageset.ImageSource;
import io.flighthubcamunda.imageset.PhotographListener;
import io.flighthubcamunda.report.flight.ShotLog;
import io.flighthubcamunda.report.page.ImageSetPage;
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

  @Mixin private HtmlOption html;

  @Override
  public Integer call() {
    var report = images.inspect(properties(), this::check);
    return report.usable() ? ExitCode.OK : ExitCode.FAILED;
  }

  private ImageSetReport check(ImageSource source) {
    var shots = new ShotLog();
    var listener = html.wanted() ? shots : PhotographListener.NONE;
    var report = images.check(source, properties(), null, types.types(), listener);
    var terminal = command().commandLine();
    new CheckReport(terminal.getOut()).print(report, types.types());
    html.write(() -> ImageSetPage.of(report, types.types(), shots, source), terminal.getErr());
    return report;
  }
}
