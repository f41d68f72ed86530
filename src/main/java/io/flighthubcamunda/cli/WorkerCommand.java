package io.flighthubcamunda.cli;

import io.flighthubcamunda.worker.WorkerApplication;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;

/** Runs the workers until the process is ended. */
@Command(
    name = "worker",
    mixinStandardHelpOptions = true,
    description = {
      "Connect to a Camunda 8.6 or newer cluster and to FlightHub, deploy the processes, and work"
          + " until stopped.",
      "",
      "Set at least FLIGHTHUB_TOKEN in the environment, and flighthub.base-url,"
          + " flighthub.project-uuid, flighthub.image-roots and camunda.client.grpc-address as"
          + " --NAME=VALUE, as environment variables (FLIGHTHUB_BASE_URL …) or in application.yaml.",
      "",
      "--management.server.port=9600 serves health and metrics on loopback."
    })
final class WorkerCommand extends PropertyVerb implements Callable<Integer> {

  @Override
  public Integer call() throws InterruptedException {
    var application = new SpringApplication(WorkerApplication.class);
    application.setLogStartupInfo(false);
    var context = application.run(properties());
    LoggerFactory.getLogger(WorkerCommand.class).info("The workers are ready. Ctrl-C stops them.");
    while (context.isRunning()) {
      Thread.sleep(1000);
    }
    return ExitCode.OK;
  }
}
