package io.flighthubcamunda.cli;

import io.flighthubcamunda.worker.reconcile.Leftover;
import io.flighthubcamunda.worker.reconcile.Reconciler;
import io.flighthubcamunda.worker.reconcile.Reconciliation;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds what cancelled instances left behind in FlightHub, and stops and deletes it. */
@Command(
    name = "reconcile",
    mixinStandardHelpOptions = true,
    description = {
      "Find models and resources in FlightHub whose process instance was cancelled in Operate,"
          + " which gives the process no chance to clean up. Lists them; with --apply, stops and"
          + " deletes them. Others are never touched.",
      "",
      "Uses the same properties as the worker, flighthub.installation and flighthub.operate.*"
          + " among them."
    })
final class ReconcileCommand extends PropertyVerb implements Callable<Integer> {

  private static final Duration PAUSE = Duration.ofSeconds(5);

  @Option(names = "--apply", description = "Stop and delete what is left over.")
  private boolean apply;

  @Option(
      names = "--wait",
      defaultValue = "PT5M",
      description = "Wait this long for FlightHub to stop models, ISO-8601. Default: PT5M.")
  private Duration wait;

  @Override
  public Integer call() throws InterruptedException {
    try (var context = EngineClient.open(properties())) {
      var reconciler = context.getBean(Reconciler.class);
      var found = reconciler.look(apply);
      var end = System.nanoTime() + wait.toNanos();
      var now = found.unfinished() ? reconciler.settle(found) : found;
      while (now.unfinished() && System.nanoTime() < end) {
        Thread.sleep(PAUSE);
        now = reconciler.settle(now);
      }
      return report(now);
    }
  }

  private int report(Reconciliation now) {
    var out = command().commandLine().getOut();
    now.notes().forEach(out::println);
    out.printf("Running, with an instance that goes on: %d%n", now.living());
    now.notJudged()
        .forEach(
            unclear ->
                out.printf(
                    "Left alone: resource %s, models %s. %s%n",
                    unclear.resourceUuid(), String.join(", ", unclear.models()), unclear.why()));
    now.leftovers().forEach(leftover -> print(out, leftover));
    if (now.leftovers().isEmpty()) {
      out.println("Nothing is left over.");
    } else if (!apply) {
      out.println("Nothing was touched. With --apply, what is left over is stopped and deleted.");
    }
    return now.leftovers().stream().allMatch(this::asWanted) ? ExitCode.OK : ExitCode.FAILED;
  }

  private boolean asWanted(Leftover leftover) {
    return !apply || leftover.state() == Leftover.State.SETTLED;
  }

  private static void print(PrintWriter out, Leftover leftover) {
    out.printf(
        "Left over: resource %s of instance %d%s. %s%n",
        leftover.resourceUuid(),
        leftover.processInstanceKey(),
        leftover.models().isEmpty() ? "" : ", models " + String.join(", ", leftover.models()),
        switch (leftover.state()) {
          case FOUND -> "Found.";
          case STOPPING -> "FlightHub is still stopping it; reconcile again later.";
          case SETTLED ->
              leftover.keepResource()
                  ? "Stopped; its photographs stay, as the instance was to keep them."
                  : "Stopped and deleted.";
          case REFUSED -> "Could not be settled: " + leftover.why();
        });
  }
}
