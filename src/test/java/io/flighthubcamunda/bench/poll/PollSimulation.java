package io.flighthubcamunda.bench.poll;

import io.flighthubcamunda.schedule.PollSchedule;
import io.flighthubcamunda.schedule.PollSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Follows the same runs in each way. Pure computation, and the same for the same seed. */
final class PollSimulation {

  private final int runsPerFamily;
  private final long seed;

  /**
   * @param runsPerFamily at least 1
   */
  PollSimulation(int runsPerFamily, long seed) {
    this.runsPerFamily = runsPerFamily;
    this.seed = seed;
  }

  List<Watch> watch(Contestant contestant) {
    var random = new SplittableRandom(seed);
    var watches = new ArrayList<Watch>();
    for (var family : Family.values()) {
      for (int i = 0; i < runsPerFamily; i++) {
        // The run's own source of chance, so that each contestant gets the same runs.
        var ofRun = random.split();
        var run = family.run(ofRun);
        watches.add(Watch.of(run, contestant.poller(ofRun), ofRun));
      }
    }
    return watches;
  }

  /** The ways to look that are compared. */
  enum Contestant {
    OURS("ours") {
      @Override
      Poller poller(RandomGenerator random) {
        return new OurSchedule(new PollSchedule(PollSettings.defaults(), random::nextDouble));
      }
    },
    FIXED("every 30 s") {
      @Override
      Poller poller(RandomGenerator random) {
        return new FixedPause(30);
      }
    },
    BACK_OFF("back-off to 10 min") {
      @Override
      Poller poller(RandomGenerator random) {
        return new ExponentialBackOff(30, 600);
      }
    };

    private final String label;

    Contestant(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    abstract Poller poller(RandomGenerator random);
  }
}
