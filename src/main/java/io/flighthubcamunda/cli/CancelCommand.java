package io.flighthubcamunda.cli;

import io.camunda.client.CamundaClient;
import io.flighthubcamunda.worker.instance.InstanceSearch;
import io.flighthubcamunda.worker.instance.LivingInstances;
import io.flighthubcamunda.worker.instance.ResourceUuids;
import io.flighthubcamunda.worker.instance.SearchUnavailableException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has a reconstruction, or those of a whole survey, end and clean up. */
@Command(
    name = "cancel",
    mixinStandardHelpOptions = true,
    description = {
      "Stop a reconstruction: what runs in FlightHub is stopped, what was uploaded is deleted, and"
          + " the instance ends as cancelled.",
      "",
      "Names, and instances that were started with a resourceUuid, are looked for at"
          + " camunda.client.rest-address (Camunda 8.8 or newer) or flighthub.operate.url."
    })
final class CancelCommand extends PropertyVerb implements Callable<Integer> {

  private static final String MESSAGE = "cancel-reconstruction";

  /** A reconstruction listens once its images are checked; that may take a while. */
  private static final Duration KEPT = Duration.ofDays(1);

  private static final Duration LOOK = Duration.ofSeconds(1);

  @ArgGroup(multiplicity = "1")
  private What what;

  private static final class What {

    @Parameters(
        arity = "0..1",
        paramLabel = "KEY|NAME|UUID",
        description =
            "Key of the process instance, name of the image set or survey, or UUID of the resource.")
    private String name;

    @Option(
        names = "--survey",
        paramLabel = "UUID",
        description = "All image sets of the survey with this UUID.")
    private UUID survey;
  }

  @Option(
      names = "--wait",
      defaultValue = "PT2M",
      description = "Wait this long for the end, ISO-8601; PT0S for not at all. Default: PT2M.")
  private Duration wait;

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    try (var context = EngineClient.open(properties())) {
      return cancel(context, target(context));
    } catch (NothingToCancelException e) {
      err().println(e.getMessage());
    } catch (SearchUnavailableException e) {
      err().println(e.getMessage() + " Or name the resource's UUID, or the instance's key.");
    }
    return ExitCode.FAILED;
  }

  private CancelTarget target(ApplicationContext context) {
    var targets =
        new CancelTargets(
            context.getBean(LivingInstances.class),
            context.getBean(InstanceSearch.class),
            context.getBean(ResourceUuids.class));
    return what.survey == null
        ? targets.of(what.name)
        : targets.ofSurvey(what.survey, OptionalLong.empty());
  }

  private int cancel(ApplicationContext context, CancelTarget target)
      throws InterruptedException, ExecutionException {
    var out = command().commandLine().getOut();
    publish(context.getBean(CamundaClient.class), target);
    out.printf("Cancelling %s.%n", target.what());
    if (target.instanceKey().isEmpty()) {
      out.println("Its end can't be seen from here; see Operate.");
      return ExitCode.OK;
    }
    var key = target.instanceKey().getAsLong();
    if (wait.isZero()) {
      out.printf("It cleans up now; see instance %d in Operate.%n", key);
      return ExitCode.OK;
    }
    if (ended(context.getBean(LivingInstances.class), key)) {
      out.printf("Instance %d has ended.%n", key);
      return ExitCode.OK;
    }
    err()
        .printf(
            "Instance %d has not ended within %s. It stays cancelled and goes on cleaning up, unless"
                + " it was started with a resourceUuid of its own: then name that. See Operate.%n",
            key, wait);
    return ExitCode.FAILED;
  }

  private static void publish(CamundaClient engine, CancelTarget target)
      throws InterruptedException, ExecutionException {
    var published =
        target.resourceUuids().stream()
            .map(
                uuid ->
                    engine
                        .newPublishMessageCommand()
                        .messageName(MESSAGE)
                        .correlationKey(uuid)
                        .timeToLive(KEPT))
            .map(message -> new PatientCommand<>(message::send).send())
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(published).get();
  }

  private boolean ended(LivingInstances engine, long key) throws InterruptedException {
    var end = System.nanoTime() + wait.toNanos();
    while (engine.lives(key)) {
      if (System.nanoTime() >= end) {
        return false;
      }
      Thread.sleep(LOOK);
    }
    return true;
  }

  private PrintWriter err() {
    return command().commandLine().getErr();
  }
}
