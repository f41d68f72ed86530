package io.flighthubcamunda.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.flighthubcamunda.simulator.Chaos;
import io.flighthubcamunda.simulator.Edition;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the simulated FlightHub until the process is ended. */
@Command(
    name = "simulator",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description =
        "Serve a simulated FlightHub 2 with an object store of its own. It costs nothing"
            + " and reconstructs nothing.")
final class SimulatorCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Option(names = "--port", description = "Port of the API.", defaultValue = "8500")
  private int port;

  @Option(names = "--store-port", description = "Port of the object store.", defaultValue = "8501")
  private int storePort;

  @Option(
      names = "--bind-address",
      description = "Address to listen on. Anything but loopback lets others in.",
      defaultValue = "127.0.0.1")
  private String bindAddress;

  @Option(
      names = "--public-host",
      description = "Host name that clients are told.",
      defaultValue = "127.0.0.1")
  private String publicHost;

  @Option(
      names = "--token",
      description = "Organization key to accept.",
      defaultValue = "simulator-organization-key")
  private String token;

  @Option(names = "--edition", description = "${COMPLETION-CANDIDATES}", defaultValue = "STANDARD")
  private Edition edition;

  @Option(
      names = "--queue-time",
      description = "Time that a model is queued, ISO-8601.",
      defaultValue = "PT2S")
  private Duration queueTime;

  @Option(
      names = "--reconstruction-time",
      description = "Time that a reconstruction takes, ISO-8601.",
      defaultValue = "PT20S")
  private Duration reconstructionTime;

  @Option(
      names = "--packaging-time",
      description = "Time that packaging takes, ISO-8601.",
      defaultValue = "PT3S")
  private Duration packagingTime;

  @Option(
      names = "--credential-lifetime",
      description = "Time that storage keys are valid, ISO-8601.",
      defaultValue = "PT15M")
  private Duration credentialLifetime;

  @Option(
      names = "--chaos",
      description =
          "Share of the calls and uploads that meet a fault that passes by itself, 0 to 0.5.",
      defaultValue = "0")
  private double chaos;

  @Option(
      names = "--chaos-seed",
      description = "The same seed strikes the same calls.",
      defaultValue = "1")
  private long chaosSeed;

  @Option(
      names = "--chaos-stall",
      description = "Time that a call stands still when it is struck by that, ISO-8601.",
      defaultValue = "PT60S")
  private Duration chaosStall;

  @Option(
      names = "--clock-skew",
      description = "How far FlightHub's clock is ahead of this machine's, ISO-8601.",
      defaultValue = "PT0S")
  private Duration clockSkew;

  @Option(
      names = "--store-directory",
      description = "Keep objects here. By default they are gone at the end.")
  private Path storeDirectory;

  @Override
  public Integer call() throws InterruptedException {
    quiet();
    try (var simulator = Simulator.start(settings())) {
      new ListenAddress(bindAddress).warning().ifPresent(command.commandLine().getErr()::println);
      command.commandLine().getErr().flush();
      var out = command.commandLine().getOut();
      out.printf(
          "Simulated FlightHub at %s, store at %s%n", simulator.baseUrl(), simulator.storeUrl());
      out.printf("A worker for it, in another terminal:%n%n");
      out.printf("  FLIGHTHUB_TOKEN=%s java -jar … worker \\%n", token);
      out.printf("    --flighthub.base-url=%s \\%n", simulator.baseUrl());
      out.printf("    --flighthub.project-uuid=%s \\%n", settings().access().projectUuid());
      out.printf("    --flighthub.storage.allow-http=true --flighthub.image-roots=FOLDER%n%n");
      out.printf("Ctrl-C stops it.%n");
      out.flush();
      new CountDownLatch(1).await();
      return ExitCode.OK;
    }
  }

  /** Without Spring nobody else tells the store's web server to keep to itself. */
  private static void quiet() {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
      root.setLevel(Level.WARN);
    }
  }

  private SimulatorSettings settings() {
    var settings =
        SimulatorSettings.defaults()
            .withPort(port)
            .withStorePort(storePort)
            .withBindAddress(bindAddress)
            .withPublicHost(publicHost)
            .withToken(token)
            .withEdition(edition)
            .withQueueTime(queueTime)
            .withReconstructionTime(reconstructionTime)
            .withPackagingTime(packagingTime)
            .withCredentialLifetime(credentialLifetime)
            .withChaos(new Chaos(chaosSeed, chaos, chaosStall))
            .withClock(Clock.offset(Clock.systemUTC(), clockSkew));
    return storeDirectory == null ? settings : settings.withStoreDirectory(storeDirectory);
  }
}
