package io.flighthubcamunda.drill;

import io.flighthubcamunda.bench.start.Pace;
import io.flighthubcamunda.simulator.SimulatorSettings;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** All times of a drill: those of production, divided by the same number, where they can be set. */
record DrillPace(Pace product) {

  private static final int SLOTS = 10;

  private static final Duration STALL = Duration.ofSeconds(60);
  private static final Duration CUT = Duration.ofMinutes(5);
  private static final Duration STORE_SILENCE = Duration.ofSeconds(30);
  private static final Duration STORE_ANSWER = Duration.ofSeconds(90);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(4);

  /** Never shorter, because the two processors are shared with all the rest. */
  private static final Duration SHORTEST_JOB_TIMEOUT = Duration.ofSeconds(15);

  /** What an instance takes for itself, however short all pauses are. */
  private static final Duration WORK = Duration.ofMinutes(2);

  /** All that an instance may meet one after the other and that passes. */
  private static final Duration TROUBLE = Duration.ofMinutes(40);

  /** Two processors have as much to do with 600 in production as with 30 twenty times as fast. */
  private static final int MOST_UNDER_WAY = 600;

  /**
   * @param hurry see {@link DrillSettings}
   */
  static DrillPace of(int hurry) {
    return new DrillPace(new Pace(hurry));
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

  /** Nothing that passes takes longer; what is not at rest then is an offender. */
  Duration patience() {
    return WORK.plus(TROUBLE.dividedBy(factor()));
  }

  /** Reconstructions at a time. */
  int mostUnderWay() {
    return MOST_UNDER_WAY / factor();
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
                "flighthub.storage.answer-timeout=" + STORE_ANSWER.dividedBy(factor()),
                "flighthub.poll.shortest=300ms",
                "flighthub.poll.longest=3s",
                "flighthub.admission.slots=" + SLOTS,
                "flighthub.batch.max-files=3",
                "camunda.client.worker.defaults.timeout=" + jobTimeout()))
        .toList();
  }

  private Duration jobTimeout() {
    var share = product.jobTimeout();
    return share.compareTo(SHORTEST_JOB_TIMEOUT) < 0 ? SHORTEST_JOB_TIMEOUT : share;
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
