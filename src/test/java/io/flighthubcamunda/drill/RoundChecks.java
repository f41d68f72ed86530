package io.flighthubcamunda.drill;

import io.flighthubcamunda.simulator.ModelType;
import io.flighthubcamunda.simulator.SimulatedFlightHub;
import io.flighthubcamunda.simulator.SimulatedModel;
import io.flighthubcamunda.simulator.SimulatedResource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks whether a round kept the rules. */
final class RoundChecks {

  private static final int USABLE = 1;
  private static final Set<Integer> IN_PROGRESS = Set.of(12, 14);
  private static final Set<Integer> SUCCEEDED = Set.of(9, 15);
  private static final int ARCHIVED = 2;

  /** Instances with a job that the engine forgot; two of 60 were seen, and mostly none. */
  private static final int MOST_FORGOTTEN = 3;

  private static final int MOST_FORGOTTEN_PART = 20;

  private final RoundRun run;
  private final EngineStory story;
  private final Findings findings;
  private final SimulatedFlightHub flightHub;

  /** Instances that asked a person whether FlightHub had started anything. */
  private final Set<Long> startsInDoubt = new HashSet<>();

  RoundChecks(RoundRun run, EngineStory story, Findings findings) {
    this.run = run;
    this.story = story;
    this.findings = findings;
    this.flightHub = run.flightHub().simulator().flightHub();
  }

  /** When all is at rest, before a person acts. */
  void atRest() {
    fewForgotten();
    for (var course : run.courses()) {
      if (story.openQuestions(course.key()).stream().anyMatch(Question::aboutStart)) {
        startsInDoubt.add(course.key());
      }
      endedOrWaits(course);
      healed(course);
      billed(course);
      sentAtMostTwice(course);
    }
  }

  /** It is not our fault that the engine forgets a job now and then, but many would be news. */
  private void fewForgotten() {
    var forgotten = run.forgotten();
    if (forgotten.size() > Math.max(MOST_FORGOTTEN, run.courses().size() / MOST_FORGOTTEN_PART)) {
      forgotten.forEach(
          course -> findings.add(Check.ENDED_OR_WAITS, "%s: forgotten", course.one()));
    }
  }

  /** When a person has acted. */
  void atTheEnd() {
    var models =
        flightHub.models().stream().collect(Collectors.groupingBy(SimulatedModel::resourceUuid));
    var resources =
        flightHub.resources().stream()
            .collect(Collectors.toMap(SimulatedResource::uuid, Function.identity()));
    for (var course : run.courses()) {
      if (story.forgotten(course.key())) {
        continue;
      }
      if (!story.ended(course.key())) {
        findings.add(
            Check.REPAIRED,
            "%s: %s; %s",
            course.one(),
            story.goingOn(course.key()),
            story.openQuestions(course.key()));
        continue;
      }
      var uuid = course.one().resourceUuid();
      nothingLeft(course, models.getOrDefault(uuid, List.of()), resources.get(uuid));
    }
  }

  private void endedOrWaits(Course course) {
    if (!story.settled(course.key())) {
      findings.add(Check.ENDED_OR_WAITS, "%s: %s", course.one(), story.goingOn(course.key()));
    }
    for (var question : story.openQuestions(course.key())) {
      var sentence = new Sentence(question.message());
      sentence
          .internals()
          .ifPresent(
              found ->
                  findings.add(
                      Check.READABLE, "%s: \"%s\" in: %s", course.one(), found, sentence.text()));
      // The form of a user task says what one can choose from.
      if (question.incident() && !sentence.advises()) {
        findings.add(Check.HELPFUL, "%s: %s", course.one(), sentence.text());
      }
    }
  }

  private void healed(Course course) {
    if (!course.one().mishap().passes() || !story.settled(course.key())) {
      return;
    }
    var questions = story.openQuestions(course.key());
    if (questions.stream().allMatch(Question::aboutStart)) {
      var outcome = story.variable(course.key(), "outcome").orElse("\"ready\"");
      if (!outcome.equals("\"ready\"")) {
        findings.add(
            Check.HEALED,
            "%s ended as %s: %s",
            course.one(),
            outcome,
            story.variable(course.key(), "failure").orElse("no failure is told"));
      }
    } else {
      findings.add(Check.HEALED, "%s: %s", course.one(), questions);
    }
  }

  private void billed(Course course) {
    var one = course.one();
    int asked = story.startsAskedFor(course.key());
    var models =
        flightHub.models().stream()
            .filter(model -> model.resourceUuid().equals(one.resourceUuid()))
            .toList();
    for (var model : models) {
      if (!story.knows(model.uuid()) && !startsInDoubt.contains(course.key()) && !over(course)) {
        findings.add(Check.BILLED_ONCE, "%s: its instance does not know of %s", one, model);
      }
    }
    Map<ModelType, Long> billed =
        models.stream().collect(Collectors.groupingBy(SimulatedModel::type, Collectors.counting()));
    billed.forEach(
        (type, count) -> {
          if (count > asked) {
            findings.add(
                Check.BILLED_ONCE,
                "%s: %s billed %d times, asked for %d times",
                one,
                type.shortName(),
                count,
                asked);
          }
        });
    if (story.ended(course.key())
        && outcome(course).equals("\"ready\"")
        && !billed.keySet().containsAll(one.types())) {
      findings.add(Check.STARTED, "%s is ready, billed was %s", one, billed);
    }
  }

  /** Of what was started for it, its clean-up had to find by itself what it was never told. */
  private boolean over(Course course) {
    return story.forgotten(course.key())
        || story.ended(course.key()) && outcome(course).equals("\"cancelled\"");
  }

  /** JSON text; empty when it has none yet. */
  private String outcome(Course course) {
    return story.variable(course.key(), "outcome").orElse("");
  }

  private void sentAtMostTwice(Course course) {
    var uploads = flightHub.uploadsByFileName();
    for (var name : course.one().fileNames()) {
      int sent = uploads.getOrDefault(name, 0);
      if (sent > 2) {
        findings.add(
            Check.SENT_AT_MOST_TWICE, "%s: %s was sent %d times", course.one(), name, sent);
      }
    }
  }

  private void nothingLeft(Course course, List<SimulatedModel> models, SimulatedResource resource) {
    var one = course.one();
    if (resource != null && resource.status() == USABLE && !one.keepResource()) {
      findings.add(Check.NOTHING_LEFT, "%s: its resource", one);
    }
    for (var model : models) {
      if (model.deleted() || unknowable(course, model)) {
        continue;
      }
      if (IN_PROGRESS.contains(model.status())) {
        findings.add(Check.NOTHING_RUNS, "%s: model %s", one, model);
      }
      var ready = SUCCEEDED.contains(model.status()) && model.zipStatus() == ARCHIVED;
      if (!ready || !one.keepModels()) {
        findings.add(Check.NOTHING_LEFT, "%s: model %s", one, model);
      }
    }
  }

  /**
   * FlightHub never told anybody of it: the answer to its start was lost, and no list shows it.
   * What runs is in the list, unless that is hidden; what has ended is in none, and the person who
   * was asked about the start had to look for it in FlightHub.
   */
  private boolean unknowable(Course course, SimulatedModel model) {
    var hidden =
        run.round().listHidden() || course.one().mishap() == Mishap.START_LOST_AND_LIST_HIDDEN;
    var ended = !IN_PROGRESS.contains(model.status());
    return (hidden || ended && startsInDoubt.contains(course.key())) && !story.knows(model.uuid());
  }
}
