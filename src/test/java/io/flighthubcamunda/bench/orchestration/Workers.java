package io.flighthubcamunda.bench.orchestration;

import io.flighthubcamunda.local.JavaChild;
import io.flighthubcamunda.local.WorkerLaunch;
import io.flighthubcamunda.local.WorkerProcess;
import io.flighthubcamunda.simulator.Simulator;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * The worker process of each contestant, with the same Java.
 *
 * @param images folder of the image set
 * @param directory takes logs and results
 */
record Workers(URI engine, Simulator simulator, Path images, Path directory) {

  /** What the README advises for workers; a heap that lets neither wait for memory. */
  private static final String[] JAVA = {"-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"};

  /** Ready to work when it is returned. */
  WorkerProcess start(Contestant contestant, int run) {
    var log = directory.resolve("%s-%d.log".formatted(contestant.name().toLowerCase(), run));
    var started =
        switch (contestant) {
          case EMPTY ->
              WorkerProcess.start(
                  JavaChild.command(EmptyWorkers.class, List.of(JAVA), List.of(engine.toString())),
                  "",
                  directory,
                  log);
          case PRODUCT -> product().start(log);
        };
    return started.awaitReady();
  }

  private WorkerLaunch product() {
    return WorkerLaunch.of(engine, simulator, images, directory)
        .java(JAVA)
        .with(
            // An instant FlightHub without limits: what is measured is not its speed.
            "flighthub.rate-limit.calls-per-second=100000",
            "flighthub.rate-limit.burst=100000",
            "flighthub.admission.slots=1000",
            // The worker of the run before was killed; its turn must be over soon.
            "flighthub.admission.wait-for-jobs=1s",
            "flighthub.admission.turn-timeout=2s",
            "flighthub.poll.shortest=1ms",
            "flighthub.poll.longest=1s");
  }
}
