package io.flighthubcamunda.drill;

import io.flighthubcamunda.bench.start.Pace;
import io.flighthubcamunda.simulator.SimulatorSettings;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** All times of a drill: those of production, divided by twenty, where they can be set. */
record DrillPace(Pace product) {

  private static final int FACTOR = 20;
  private static final int SLOTS = 10;

  private static final Duration STALL = Duration.ofSeconds(60);
  private static final Duration CUT = Duration.ofMinutes(5);
  private static final Duration STORE_SILENCE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(4);

  /** Longer than production's share, because the two processors are shared with all the rest. */
  private static final Duration JOB_TIMEOUT = Duration.ofSeconds(15);

  static DrillPace standard() {
    return new DrillPace(new Pace(FACTOR));
  }

  int factor() {
    return product.factor();
  }

  /** How long a call stands still that stalls. */
  Duration stall() {
    return STALL.dividedBy(factor());
  }

  /** How long the network is cut. */
  Duration cut() {
    return CUT.dividedBy(factor());
  }

  /** How far the running list may lag without anybody being asked. */
  Duration listLag() {
    return product.listLag();
  }

  /** The product's settings, each as {@code name=value}. */
  List<String> settings() {
    return Stream.concat(
            product.settings().stream(),
            Stream.of(
                "flighthub.connect-timeout=" + product.requestTimeout(),
                "flighthub.retry.longest-pause=" + LONGEST_PAUSE.dividedBy(factor()),
                "flighthub.storage.connect-timeout=" + STORE_SILENCE.dividedBy(factor()),
                "flighthub.storage.stall-timeout=" + STORE_SILENCE.dividedBy(factor()),
                "flighthub.poll.shortest=300ms",
                "flighthub.poll.longest=3s",
                "flighthub.admission.slots=" + SLOTS,
                "flighthub.batch.max-files=3",
                "camunda.client.worker.defaults.timeout=" + JOB_TIMEOUT))
        .toList();
  }

  SimulatorSettings flightHub() {
    return SimulatorSettings.defaults()
        .withConcurrentTasks(SLOTS)
        .withQueueTime(Duration.ofMillis(200))
        .withReconstructionTime(Duration.ofMillis(1_200))
        .withPackagingTime(Duration.ofMillis(300))
        .withStopDelay(Duration.ofMillis(100))
        .withDeletionDelay(Duration.ofMillis(200))
        .withContactSheet(false);
  }
}
