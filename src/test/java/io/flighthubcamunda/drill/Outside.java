package io.flighthubcamunda.drill;

import io.flighthubcamunda.local.RealBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What happens to processes and to the network while a round is under way. */
final class Outside {

  /** Before the label of an event in a report. */
  static final String PREFIX = "outside: ";

  /** In the order in which a round meets them; a long round begins again. */
  enum Event {
    KILL_A_WORKER("worker killed with SIGKILL"),
    CUT_THE_NETWORK("network cut"),
    KILL_THE_BROKER("broker killed and restarted"),
    KILL_BOTH_WORKERS("both workers killed with SIGKILL");

    private final String label;

    Event(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  private final RealBroker broker;
  private final DrilledFlightHub flightHub;
  private final DrillWorkers workers;
  private final DrillPace pace;
  private final SplittableRandom random;
  private final List<Event> happened = new ArrayList<>();

  Outside(
      RealBroker broker,
      DrilledFlightHub flightHub,
      DrillWorkers workers,
      DrillPace pace,
      long seed) {
    this.broker = broker;
    this.flightHub = flightHub;
    this.workers = workers;
    this.pace = pace;
    this.random = new SplittableRandom(seed);
  }

  /** After a moment, in which some of what was begun is under way. */
  void strike(Event event) {
    pause(Duration.ofMillis(random.nextInt(200, 2_500)));
    happened.add(event);
    switch (event) {
      case KILL_A_WORKER -> workers.kill(random.nextInt(workers.count()));
      case KILL_BOTH_WORKERS -> {
        for (int i = 0; i < workers.count(); i++) {
          workers.kill(i);
        }
        workers.awaitReady();
      }
      case CUT_THE_NETWORK -> {
        flightHub.pullTheCable();
        pause(pace.cut());
        flightHub.plugItIn();
      }
      case KILL_THE_BROKER -> restartTheBroker();
    }
  }

  void restartTheBroker() {
    broker.kill();
    broker.restart();
  }

  List<Event> happened() {
    return List.copyOf(happened);
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted during a drill", e);
    }
  }
}
