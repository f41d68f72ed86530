package io.flighthubcamunda.drill;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.flighthubcamunda.bench.TextTable;
import io.flighthubcamunda.simulator.StruckFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what struck, how reconstructions ended and what persons were asked. */
final class DrillReport {

  private static final int WIDEST_MESSAGE = 110;

  private final DrillSettings settings;
  private final Map<String, Integer> troubles = new TreeMap<>();
  private final Map<String, Integer> ends = new TreeMap<>();
  private final Map<String, Integer> endsAfterRepair = new TreeMap<>();
  private final Map<String, Integer> questions = new TreeMap<>();
  private final Map<Integer, Integer> uploads = new TreeMap<>();
  private final List<Map<String, Object>> courses = new ArrayList<>();
  private int asked;
  private int billed;
  private int known;

  DrillReport(DrillSettings settings) {
    this.settings = settings;
  }

  void atRest(RoundRun run, EngineStory story) {
    var simulator = run.flightHub().simulator();
    for (var fault : simulator.faults().struck()) {
      count(troubles, label(fault));
    }
    run.happened().forEach(event -> count(troubles, Outside.PREFIX + event.label()));
    count(troubles, "round: " + run.round().label());
    for (var course : run.courses()) {
      var end = end(course, story);
      count(ends, end);
      asked += story.startsAskedFor(course.key()) * course.one().types().size();
      var open = story.openQuestions(course.key());
      open.forEach(question -> count(questions, shortened(question)));
      var row = new LinkedHashMap<String, Object>();
      row.put("name", course.one().name());
      row.put("round", run.round().number());
      row.put("mishap", course.one().mishap());
      row.put("processInstanceKey", course.key());
      row.put("resourceUuid", course.one().resourceUuid());
      row.put("end", end);
      row.put("failure", story.variable(course.key(), "failure").orElse(""));
      row.put("questions", open.stream().map(Question::toString).toList());
      row.put("sent", sentAgain(course.one(), simulator.flightHub().uploadsByFileName()));
      row.put("struck", struck(course.one(), simulator.faults().struck()));
      courses.add(row);
    }
    billed += simulator.flightHub().startedReconstructions();
    known +=
        (int)
            simulator.flightHub().models().stream()
                .filter(model -> story.knows(model.uuid()))
                .count();
    simulator.flightHub().uploadsByFileName().values().forEach(times -> count(uploads, times));
  }

  void atTheEnd(RoundRun run, EngineStory story) {
    run.courses().forEach(course -> count(endsAfterRepair, end(course, story)));
  }

  /** Kinds of trouble that struck, each with its number. */
  Map<String, Integer> troubles() {
    return Map.copyOf(troubles);
  }

  /** Objects that were sent more often than once, and how often. */
  private static Map<String, Integer> sentAgain(Reconstruction one, Map<String, Integer> uploads) {
    var again = new TreeMap<>(uploads);
    again.keySet().retainAll(one.fileNames());
    again.values().removeIf(times -> times < 2);
    return again;
  }

  /** What struck its uploads and the calls about its resource, in that order. */
  private static List<String> struck(Reconstruction one, List<StruckFault> all) {
    return all.stream()
        .filter(
            fault ->
                fault.subject().equals(one.resourceUuid())
                    || one.fileNames().contains(fault.subject()))
        .map(fault -> "%s %s: %s".formatted(fault.call(), fault.subject(), fault.kind()))
        .toList();
  }

  private static String label(StruckFault fault) {
    return "%s: %s".formatted(fault.call().toLowerCase().replace('_', ' '), fault.kind());
  }

  private static String end(Course course, EngineStory story) {
    if (story.ended(course.key())) {
      return "ended as " + story.variable(course.key(), "outcome").orElse("?").replace("\"", "");
    }
    if (story.forgotten(course.key())) {
      return "forgotten by the engine";
    }
    return story.settled(course.key()) ? "waits for a person" : "not at rest";
  }

  /** Without what differs from one to the next of its kind. */
  private static String shortened(Question question) {
    var text =
        question
            .message()
            .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…")
            .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "…")
            .replaceAll("127\\.0\\.0\\.1:\\d+", "…")
            .replaceAll("DRILL_\\w+|drill-\\d+", "…")
            .replaceAll("\\d{16,}", "…");
    var line = question.where() + ": " + text.replace('\n', ' ');
    return line.length() > WIDEST_MESSAGE ? line.substring(0, WIDEST_MESSAGE) + "…" : line;
  }

  private static <K> void count(Map<K, Integer> counts, K what) {
    counts.merge(what, 1, Integer::sum);
  }

  /** For people. */
  List<String> lines(Findings findings) {
    var lines = new ArrayList<String>();
    lines.add(
        "Fault drill, %d reconstructions, seed %d, %s"
            .formatted(
                settings.instances(),
                settings.seed(),
                settings.hurry() == 1
                    ? "with the times of production"
                    : "all times divided by " + settings.hurry()));
    table(lines, "trouble", troubles);
    table(lines, "before a person acted", ends);
    table(lines, "after that", endsAfterRepair);
    table(lines, "what persons were asked", questions);
    table(lines, "object was sent so many times", uploads);
    lines.add(
        "Reconstructions that were asked for at most: %d, billed: %d, of which their instances know %d"
            .formatted(asked, billed, known));
    var rules = new TextTable("rule", "broken");
    for (var check : Check.values()) {
      rules.row(check.toString(), String.valueOf(findings.of(check).size()));
    }
    lines.add("");
    lines.addAll(rules.lines());
    return lines;
  }

  private static void table(List<String> lines, String head, Map<?, Integer> counts) {
    var table = new TextTable(head, "number");
    counts.forEach((what, number) -> table.row(String.valueOf(what), String.valueOf(number)));
    lines.add("");
    lines.addAll(table.lines());
  }

  void write(Findings findings, Path file) {
    var content = new LinkedHashMap<String, Object>();
    content.put("settings", settings);
    content.put("troubles", troubles);
    content.put("ends", ends);
    content.put("endsAfterRepair", endsAfterRepair);
    content.put("questions", questions);
    content.put("uploadsOfAnObject", uploads);
    content.put("reconstructionsAskedFor", asked);
    content.put("reconstructionsBilled", billed);
    content.put("reconstructionsKnown", known);
    var broken = new LinkedHashMap<String, List<String>>();
    for (var check : Check.values()) {
      broken.put(check.toString(), findings.of(check));
    }
    content.put("broken", broken);
    content.put("reconstructions", courses);
    try {
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValue(file.toFile(), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
