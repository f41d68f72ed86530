package io.flighthubcamunda.worker.job;

import io.flighthubcamunda.schedule.Course;
import io.flighthubcamunda.schedule.Phase;
import io.flighthubcamunda.schedule.ProgressMove;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Translates between the variable {@code model} and the course that the poll schedule knows. What
 * is missing or unreadable, because somebody edited it or an older version wrote it, begins now.
 */
final class ModelCourse {

  private ModelCourse() {}

  static Course of(Model model, Instant now) {
    var phaseSince = instant(model.phaseSince()).orElse(now);
    return new Course(
        instant(model.startedAt()).orElse(phaseSince),
        Optional.ofNullable(model.state()).flatMap(ModelState::phase).orElse(Phase.QUEUED),
        phaseSince,
        moves(model.progressHistory()),
        Math.max(0, model.checks()));
  }

  /** Time to percent, oldest first. */
  static Map<String, Integer> history(Course course) {
    var history = new LinkedHashMap<String, Integer>();
    course
        .moves()
        .forEach(
            move ->
                history.put(
                    move.seenAt().truncatedTo(ChronoUnit.MILLIS).toString(), move.percent()));
    return history;
  }

  private static List<ProgressMove> moves(Map<String, Integer> history) {
    return history == null
        ? List.of()
        : history.entrySet().stream()
            .flatMap(entry -> move(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparing(ProgressMove::seenAt))
            .toList();
  }

  private static Stream<ProgressMove> move(String seenAt, Integer percent) {
    return percent == null
        ? Stream.empty()
        : instant(seenAt).map(instant -> new ProgressMove(instant, percent)).stream();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.ofNullable(text).map(Instant::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
