package io.flighthubcamunda.bench.start;

import io.flighthubcamunda.bench.start.EngineFault.Moment;
import io.flighthubcamunda.simulator.Fault;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What goes wrong around one start. */
enum Trouble {
  NONE("none"),
  CUT_BEFORE("connection cut before the effect"),
  CUT_DURING("answer cut in the middle"),
  CUT_AFTER("connection cut after the effect"),
  CUT_AND_LIST_FAILS("the same, and the list fails as well"),
  LATE_ANSWER("answer after the time-out"),
  LATE_EFFECT("effect after the time-out"),
  SLOW("slow, but in time"),
  GATEWAY_BEFORE("500, 502, 503 or 504 without effect"),
  GATEWAY_AFTER("500, 502, 503 or 504 after the effect"),
  WEB_PAGE("web page after the effect"),
  NO_MODELS("answer without models"),
  TURNED_AWAY("429, or 503 with Retry-After"),
  NO_SLOT("refused: no slot free"),
  ENGINE_LOST("engine command or its answer lost"),
  FROZEN("worker frozen, job handed on"),
  KILLED("worker process killed");

  private static final int NO_SLOT_FREE = 910001;
  private static final int[] GATEWAY = {500, 502, 503, 504};

  private final String label;

  Trouble(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** Whether the worker itself stops, so that nobody can know what it did last. */
  boolean ofTheWorker() {
    return this == FROZEN || this == KILLED;
  }

  /** What FlightHub does to the start. */
  Optional<Fault> atFlightHub(RandomGenerator random, Pace pace) {
    return Optional.ofNullable(
        switch (this) {
          case NONE, ENGINE_LOST, FROZEN -> null;
          case CUT_BEFORE -> new Fault.DropBeforeEffect();
          case CUT_DURING -> new Fault.HalfAnswer();
          case CUT_AFTER, CUT_AND_LIST_FAILS -> new Fault.DropAfterEffect();
          case LATE_ANSWER -> new Fault.DelayAfterEffect(late(random, pace));
          case LATE_EFFECT -> new Fault.DelayBeforeEffect(late(random, pace));
          case SLOW -> new Fault.DelayAfterEffect(inTime(random, pace));
          case GATEWAY_BEFORE -> gateway(random);
          case GATEWAY_AFTER -> new Fault.AfterEffect(gateway(random), inTime(random, pace));
          case WEB_PAGE -> new Fault.AfterEffect(new Fault.HtmlPage());
          case NO_MODELS -> new Fault.AfterEffect(new Fault.Code(0, ""));
          case TURNED_AWAY ->
              new Fault.HttpStatus(
                  random.nextBoolean() ? 429 : 503, Optional.of(Duration.ofSeconds(1)));
          case NO_SLOT -> new Fault.Code(NO_SLOT_FREE, "no slot is free");
          // The victim is killed while it waits for an answer, before or after the effect.
          case KILLED ->
              random.nextBoolean()
                  ? new Fault.DelayBeforeEffect(inTime(random, pace))
                  : new Fault.DelayAfterEffect(inTime(random, pace));
        });
  }

  /** What happens between the worker and the engine. */
  Optional<EngineFault> atTheEngine(RandomGenerator random, Pace pace) {
    var command = random.nextBoolean() ? EngineFault.MARK : EngineFault.COMPLETE;
    var moment = random.nextBoolean() ? Moment.BEFORE : Moment.AFTER;
    return switch (this) {
      case ENGINE_LOST -> Optional.of(new EngineFault(command, moment, Duration.ZERO));
      case FROZEN ->
          Optional.of(
              new EngineFault(
                  command, moment, Pace.share(pace.jobTimeout(), random.nextDouble(1.05, 1.4))));
      default -> Optional.empty();
    };
  }

  private static Fault gateway(RandomGenerator random) {
    return new Fault.HttpStatus(GATEWAY[random.nextInt(GATEWAY.length)]);
  }

  private static Duration late(RandomGenerator random, Pace pace) {
    return Pace.share(pace.requestTimeout(), random.nextDouble(1.1, 1.6));
  }

  private static Duration inTime(RandomGenerator random, Pace pace) {
    return Pace.share(pace.requestTimeout(), random.nextDouble(0.05, 0.7));
  }
}
