package io.flighthubcamunda.bench.admission;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.camunda.client.CamundaClient;
import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.api.StartReconstruction;
import io.flighthubcamunda.api.TestConnection;
import io.flighthubcamunda.bench.BenchException;
import io.flighthubcamunda.simulator.RunningList;
import io.flighthubcamunda.simulator.Simulator;
import io.flighthubcamunda.simulator.SimulatorSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One scenario against a broker that has nothing else to do. Pauses are in proportion to the runs
 * as in production, with the product's defaults.
 */
record ScenarioRun(Scenario scenario, URI engine, CamundaClient client, Path directory) {

  private static final int WARM_UP = 30;

  /** Less than {@code list-grace}, as the product is promised. */
  private static final Duration LAG = Duration.ofSeconds(20);

  Figures measure() {
    var runTimes = scenario.scale().runTimes(scenario.instances());
    var ideal = ListSchedule.makespan(scenario.capacity(), List.of(), runTimes);
    List<Duration> taken = scenario.outside() ? List.of(ideal.dividedBy(3)) : List.of();
    try (var simulator = Simulator.start(flightHub());
        var workers =
            GateWorkers.start(scenario.workers(), engine, simulator, directory, settings())) {
      var process = new GateProcess(client);
      warmUp(process, simulator);
      var submission = new Submission(simulator, scenario.scale(), runTimes);
      taken.forEach(time -> startOutside(simulator, time));
      var instances = submission.resources().stream().map(process::create).toList();
      try {
        cancel(submission, process, instances);
        await()
            .pollInterval(Duration.ofMillis(200))
            .atMost(ideal.multipliedBy(2).plusSeconds(30))
            .until(() -> submission.started() >= submission.wanted());
      } catch (ConditionTimeoutException e) {
        throw new BenchException(
            "Scenario %s: only %d of %d were started."
                .formatted(scenario.name(), submission.started(), submission.wanted()),
            e);
      } finally {
        instances.forEach(process::cancelIfThere);
      }
      return submission.figures(scenario.capacity(), taken);
    }
  }

  /** In production a worker has been running for long when a start is measured. */
  private void warmUp(GateProcess process, Simulator simulator) {
    var first =
        new Submission(
            simulator, scenario.scale(), Collections.nCopies(WARM_UP, Duration.ofMillis(1)));
    first.resources().forEach(process::create);
    await().atMost(Duration.ofMinutes(2)).until(() -> first.started() == WARM_UP);
    await().until(() -> simulator.flightHub().running() == 0);
  }

  /** Every second one of those that are queued last, as soon as the queue moves. */
  private void cancel(Submission submission, GateProcess process, List<Long> instances) {
    if (scenario.cancelled() == 0) {
      return;
    }
    await().until(() -> submission.started() > scenario.capacity());
    for (int i = 1; i <= scenario.cancelled(); i++) {
      int place = instances.size() - 2 * i;
      process.cancelIfThere(instances.get(place));
      submission.cancelled(place);
    }
  }

  private SimulatorSettings flightHub() {
    return SimulatorSettings.defaults()
        .withConcurrentTasks(scenario.capacity())
        .withQueueTime(Duration.ZERO)
        .withPackagingTime(Duration.ZERO)
        .withContactSheet(false)
        .withRunningList(
            switch (scenario.list()) {
              case CURRENT -> RunningList.complete();
              case LAGGING -> RunningList.complete().withLag(scenario.scale().of(LAG));
              case HIDDEN -> RunningList.hidden();
            });
  }

  private List<String> settings() {
    var scale = scenario.scale();
    return List.of(
        "flighthub.admission.slots=" + scenario.capacity(),
        scale.setting("flighthub.admission.full-pause", Duration.ofSeconds(30)),
        scale.setting("flighthub.admission.list-grace", Duration.ofSeconds(30)),
        scale.setting("flighthub.poll.shortest", Duration.ofSeconds(15)),
        scale.setting("flighthub.poll.longest", Duration.ofDays(1)),
        "flighthub.admission.wait-for-jobs=2s",
        "flighthub.admission.turn-timeout=6s",
        "flighthub.admission.job-timeout=20s",
        "flighthub.retry.first-pause=100ms");
  }

  /** As somebody at the web UI would. */
  private static void startOutside(Simulator simulator, Duration time) {
    var resource = UUID.randomUUID().toString();
    simulator.addResource(resource, 5);
    simulator.setReconstructionTime(resource, time);
    TestConnection.openModel(simulator)
        .start(
            StartReconstruction.of(
                resource, Map.of(ReconstructionType.TWO_D, JsonNodeFactory.instance.objectNode())));
  }
}
