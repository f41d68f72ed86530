package io.flighthubcamunda.drill;

import io.camunda.client.api.command.ClientStatusException;
import io.flighthubcamunda.drill.Outside.Event;
import io.flighthubcamunda.local.RealBroker;
import io.flighthubcamunda.local.WorkerLaunch;
import io.flighthubcamunda.simulator.Chaos;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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
  private final DrillSettings settings;
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
    this.settings = site.settings();
    long seed = settings.seed() + round.number();
    this.flightHub =
        new DrilledFlightHub(
            pace.flightHub()
                .withChaos(new Chaos(seed, settings.chaosRate(), pace.stall()).withLastingKeys())
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

  List<Event> happened() {
    return outside.happened();
  }

  /** Begins all of them and waits until each has ended or waits for a person. */
  void run(List<Reconstruction> all) {
    say.accept("Round %d: %s".formatted(round.number(), round.label()));
    workers.awaitReady();
    var events = Event.values();
    var waves = settings.wavesOf(all.size());
    for (int wave = 0; wave < waves; wave++) {
      var event = events[wave % events.length];
      begin(
          all.subList(all.size() * wave / waves, all.size() * (wave + 1) / waves),
          () -> outside.strike(event));
      await(pace.patience(), () -> uploading() == 0);
      await(A_WAVE, () -> underWay() < pace.mostUnderWay());
      say.accept(
          "%d of %d begun, %d under way; %s"
              .formatted(courses.size(), all.size(), underWay(), event.label()));
    }
    await(pace.patience(), () -> underWay() == 0);
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
    await(pace.patience(), () -> underWay() == 0);
    courses.stream()
        .filter(course -> !story.ended(course.key()))
        .forEach(course -> engine.cancel(course.one().resourceUuid()));
    await(
        pace.patience(),
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

  /**
   * What is sent may become worthless once, by what happens outside or because a key ends, and not
   * twice: then nobody could send it only twice.
   */
  private void begin(List<Reconstruction> wave, Runnable happening) {
    wave.stream().filter(one -> !one.keyEnds()).forEach(this::begin);
    happening.run();
    wave.stream().filter(Reconstruction::keyEnds).forEach(this::begin);
  }

  /** How many pages of workers the scan for secrets has to look at beside their logs. */
  int keepPages() {
    return workers.keepPages();
  }

  private void begin(Reconstruction one) {
    DrillPlan.photograph(one);
    one.mishap().arrange(new Mishap.Place(flightHub.simulator(), pace), one);
    courses.add(new Course(one, create(one)));
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

  private long uploading() {
    return courses.stream().filter(course -> story.uploading(course.key())).count();
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
