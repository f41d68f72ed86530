package io.flighthubcamunda.drill;

import io.camunda.client.api.command.ClientStatusException;
import io.flighthubcamunda.drill.Outside.Event;
import io.flighthubcamunda.local.RealBroker;
import io.flighthubcamunda.local.WorkerLaunch;
import io.flighthubcamunda.simulator.Chaos;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One round: reconstructions are begun in waves, after each of which something happens outside;
 * then all comes to rest, is looked at, and a person acts where one is asked.
 */
final class RoundRun implements AutoCloseable {

  private static final int MOST_UNDER_WAY = 30;

  /** Nothing that passes takes longer; what is not at rest then is an offender. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** After this, all that an engine did is in its records. */
  private static final Duration EXPORTED = Duration.ofSeconds(20);

  private static final Duration A_WAVE = Duration.ofSeconds(45);

  private final Round round;
  private final DrillPace pace;
  private final Engine engine;
  private final EngineStory story;
  private final DrilledFlightHub flightHub;
  private final DrillWorkers workers;
  private final Outside outside;
  private final Consumer<String> say;
  private final List<Course> courses = new ArrayList<>();
  private final ScheduledExecutorService later = Executors.newScheduledThreadPool(1);

  /** Where a round runs, and what the rounds of a drill share. */
  record Site(
      RealBroker broker,
      Engine engine,
      EngineStory story,
      DrillSettings settings,
      Path images,
      Path results,
      Path logs,
      Consumer<String> say) {}

  RoundRun(Round round, DrillPace pace, Site site) {
    this.round = round;
    this.pace = pace;
    this.engine = site.engine();
    this.story = site.story();
    this.say = site.say();
    long seed = site.settings().seed() + round.number();
    this.flightHub =
        new DrilledFlightHub(
            pace.flightHub()
                .withChaos(new Chaos(seed, site.settings().chaosRate(), pace.stall()))
                .withRunningList(round.runningList())
                .withClock(Clock.offset(Clock.systemUTC(), round.clockSkew())));
    this.workers =
        new DrillWorkers(
            WorkerLaunch.of(
                    site.broker().grpcAddress(),
                    flightHub.simulator(),
                    site.images(),
                    site.results())
                .hurried()
                .with(pace.settings().toArray(String[]::new))
                .with("flighthub.base-url=" + flightHub.baseUrl()),
            site.logs().resolve("round-" + round.number()).toAbsolutePath());
    this.outside = new Outside(site.broker(), flightHub, workers, pace, seed);
  }

  Round round() {
    return round;
  }

  DrilledFlightHub flightHub() {
    return flightHub;
  }

  List<Course> courses() {
    return List.copyOf(courses);
  }

  List<Outside.Happened> happened() {
    return outside.happened();
  }

  /** Begins all of them and waits until each has ended or waits for a person. */
  void run(List<Reconstruction> all) {
    say.accept("Round %d: %s".formatted(round.number(), round.label()));
    workers.awaitReady();
    var events = Event.values();
    var waves = Math.clamp(all.size() / 12, events.length, 2 * events.length);
    for (int wave = 0; wave < waves; wave++) {
      all.subList(all.size() * wave / waves, all.size() * (wave + 1) / waves).forEach(this::begin);
      var event = events[wave % events.length];
      outside.strike(event);
      await(A_WAVE, () -> underWay() < MOST_UNDER_WAY);
      say.accept(
          "%d of %d begun, %d under way; %s"
              .formatted(courses.size(), all.size(), underWay(), event.label()));
    }
    await(PATIENCE, () -> underWay() == 0);
    say.accept("%d still under way".formatted(underWay()));
  }

  /** Repairs what incidents name, then cancels what still waits. From here on nothing fails. */
  void letAPersonAct() {
    flightHub.simulator().faults().calm();
    var waiting = courses.stream().filter(course -> !story.ended(course.key())).toList();
    say.accept("A person looks after %d".formatted(waiting.size()));
    restartWhatForgets();
    for (var course : waiting) {
      story.openQuestions(course.key()).stream()
          .filter(Question::incident)
          .filter(question -> !question.aboutStart())
          .forEach(engine::retry);
    }
    await(A_WAVE, () -> underWay() == 0);
    courses.stream()
        .filter(course -> !story.ended(course.key()))
        .forEach(course -> engine.cancel(course.one().resourceUuid()));
    await(
        A_WAVE,
        () ->
            courses.stream()
                .allMatch(course -> story.ended(course.key()) || story.forgotten(course.key())));
  }

  /** What an operator can do about jobs that the engine offers to nobody; says whether it helps. */
  private void restartWhatForgets() {
    var before = forgotten().size();
    if (before > 0) {
      outside.restartTheBroker();
      await(A_WAVE, () -> forgotten().isEmpty());
      say.accept(
          "The engine forgot %d; after a restart of its broker %d are forgotten"
              .formatted(before, forgotten().size()));
    }
  }

  /** Those with a job that the engine offers to nobody now. */
  List<Course> forgotten() {
    return courses.stream().filter(course -> story.forgotten(course.key())).toList();
  }

  private void begin(Reconstruction one) {
    DrillPlan.photograph(one);
    one.mishap().arrange(new Mishap.Place(flightHub.simulator(), pace), one);
    courses.add(new Course(one, create(one), Instant.now()));
    one.cancelledAfter()
        .ifPresent(
            time ->
                later.schedule(
                    () -> engine.cancel(one.resourceUuid()),
                    time.toMillis(),
                    TimeUnit.MILLISECONDS));
  }

  private long create(Reconstruction one) {
    try {
      return engine.reconstruct(one.variables());
    } catch (ClientStatusException e) {
      say.accept("The engine's answer was lost: " + e.getMessage());
      await(EXPORTED, () -> story.instanceOf(one.resourceUuid()).isPresent());
      return story
          .instanceOf(one.resourceUuid())
          .orElseGet(() -> engine.reconstruct(one.variables()));
    }
  }

  private long underWay() {
    return courses.stream().filter(course -> !story.settled(course.key())).count();
  }

  /** Those that take longer are found by the checks. */
  private void await(Duration patience, BooleanSupplier reached) {
    try {
      Awaitility.await()
          .atMost(patience)
          .pollInterval(Duration.ofMillis(250))
          .until(
              () -> {
                workers.lookAfter();
                story.update();
                return reached.getAsBoolean();
              });
    } catch (ConditionTimeoutException e) {
      return;
    }
  }

  @Override
  public void close() {
    later.shutdownNow();
    workers.close();
    flightHub.close();
  }
}
