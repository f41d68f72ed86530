package io.flighthubcamunda.bench.upload;

import io.flighthubcamunda.bench.BenchException;
import io.flighthubcamunda.bench.BenchSettings;
import io.flighthubcamunda.bench.Benchmark;
import io.flighthubcamunda.bench.ProcessMeter;
import io.flighthubcamunda.bench.Report;
import io.flighthubcamunda.bench.sink.Certificate;
import io.flighthubcamunda.bench.sink.SinkProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Our upload against rclone, s5cmd, mc and the AWS CLI: {@code mvn -q -Pbench -Dbench=upload}. The
 * contestants take turns, so that a slow minute of the machine hits all of them.
 */
public final class UploadBenchmark implements Benchmark {

  /** Repetitions are left out when this is used up, so that a run ends within ten minutes. */
  private static final Duration TIME_FOR_REPETITIONS = Duration.ofSeconds(170);

  private static final int LEAST_FILES = 10;

  @Override
  public Report run(BenchSettings settings, Consumer<String> say) {
    if (!ProcessMeter.obstacle().isEmpty()) {
      throw new BenchException(ProcessMeter.obstacle());
    }
    var scenarios = scenarios(settings.only());
    var contestants = contestants(settings);
    requireKnown(settings.clients(), contestants.keySet());
    contestants.forEach(
        (name, contestant) ->
            say.accept(name + ": " + contestant.version().orElse("not on this machine")));
    var files = files(scenarios, settings, say);
    var logs = directory(settings.directory().resolve("upload-logs"));
    var certificate = Certificate.make(settings.directory().resolve("certificate"));
    var contents = files.values().stream().map(WorkloadFiles::contents).toList();
    try (var sink = SinkProcess.start(certificate, contents, logs.resolve("sink.log"))) {
      var race = new Race(sink, certificate, logs);
      var deadline = System.nanoTime() + TIME_FOR_REPETITIONS.toNanos();
      var rows = new ArrayList<Row>();
      for (var scenario : scenarios) {
        rows.addAll(
            compete(
                scenario,
                files.get(scenario.workload()),
                contestants,
                race,
                settings,
                deadline,
                say));
      }
      return report(new Rows(rows), scenarios, settings);
    }
  }

  private static List<Scenario> scenarios(Set<String> only) {
    requireKnown(only, Scenario.ALL.stream().map(Scenario::name).collect(Collectors.toSet()));
    return Scenario.ALL.stream()
        .filter(scenario -> only.isEmpty() || only.contains(scenario.name()))
        .toList();
  }

  private static Map<String, Contestant> contestants(BenchSettings settings) {
    var programs = new Programs(settings.directory().resolve("peers").resolve("bin"));
    var contestants = new LinkedHashMap<String, Contestant>();
    for (var contestant :
        List.of(
            new Ours(),
            Rclone.find(programs),
            S5cmd.find(programs),
            MinioClient.find(programs),
            AwsCli.find(programs),
            new CopyLoop())) {
      contestants.put(contestant.name(), contestant);
    }
    return contestants;
  }

  private static void requireKnown(Set<String> asked, Set<String> known) {
    for (var name : asked) {
      if (!known.contains(name)) {
        throw new BenchException(
            "There is no \"%s\" in this benchmark, only: %s."
                .formatted(name, known.stream().sorted().collect(Collectors.joining(", "))));
      }
    }
  }

  private static Map<Workload, WorkloadFiles> files(
      List<Scenario> scenarios, BenchSettings settings, Consumer<String> say) {
    var files = new LinkedHashMap<Workload, WorkloadFiles>();
    for (var scenario : scenarios) {
      files
          .computeIfAbsent(
              scenario.workload(),
              workload -> new WorkloadFiles(workload, settings.directory().resolve("files")))
          .make(count(scenario, settings), say);
    }
    return files;
  }

  private static int count(Scenario scenario, BenchSettings settings) {
    return settings.scaled(scenario.files(), LEAST_FILES);
  }

  private static List<Row> compete(
      Scenario scenario,
      WorkloadFiles files,
      Map<String, Contestant> contestants,
      Race race,
      BenchSettings settings,
      long deadline,
      Consumer<String> say) {
    var count = count(scenario, settings);
    say.accept("");
    say.accept(scenario.explanation(count));
    var folder = files.folder(count);
    var rows = rows(scenario, contestants, settings.clients());
    var turns = new ArrayList<>(rows.stream().filter(row -> !row.absent()).toList());
    var repetitions = scenario.repeated() ? settings.runs() : 1;
    for (int turn = 1; turn <= repetitions; turn++) {
      if (turn > 1 && System.nanoTime() > deadline) {
        say.accept("  No time is left for more repetitions.");
        break;
      }
      for (var row : turns) {
        var run = race.run(scenario, contestants.get(row.contestant()), folder, count);
        row.runs().add(run);
        say.accept(progress(row, turn, repetitions, run));
      }
      // Who hung once would hang again, and cost all others their repetitions.
      turns.removeIf(row -> row.runs().getLast().timedOut());
      // Who came after a greedy one comes before it next time.
      Collections.reverse(turns);
    }
    return rows;
  }

  private static List<Row> rows(
      Scenario scenario, Map<String, Contestant> contestants, Set<String> clients) {
    return scenario.contestants().stream()
        .filter(name -> clients.isEmpty() || clients.contains(name))
        .map(
            name ->
                new Row(
                    scenario.name(),
                    name,
                    contestants.get(name).version().orElse(""),
                    new ArrayList<>()))
        .toList();
  }

  private static String progress(Row row, int turn, int repetitions, Run run) {
    return String.format(
        Locale.ROOT,
        "  %d/%d %-9s %7.2f s, CPU %6.2f s%s",
        turn,
        repetitions,
        row.contestant(),
        run.measurement().wallSeconds(),
        run.measurement().cpuSeconds(),
        run.complete()
            ? ""
            : ", NOT everything arrived (status %d)".formatted(run.measurement().status()));
  }

  private static Report report(Rows rows, List<Scenario> scenarios, BenchSettings settings) {
    var remarks = new ArrayList<String>();
    remarks.add(
        "Medians of up to %d interleaved runs; far links once. Wall and CPU are those of a whole process; ours is a worker that runs before and after and has sent a few files already, over connections that are closed again; its start, with those files, is in the remarks."
            .formatted(settings.runs()));
    for (var scenario : scenarios) {
      remarks.add("* " + scenario.explanation(count(scenario, settings)));
    }
    rows.all().stream()
        .filter(Row::absent)
        .map(Row::contestant)
        .distinct()
        .forEach(
            name ->
                remarks.add(
                    "%s is not on this machine, so its goals are not met: tools/bench/install-peers fetches it where it can."
                        .formatted(name)));
    return new Report(rows.table(), remarks, UploadGoals.of(rows), Map.of("rows", rows.details()));
  }

  private static Path directory(Path path) {
    try {
      return Files.createDirectories(path);
    } catch (IOException e) {
      throw new BenchException("%s could not be made: %s".formatted(path, e.getMessage()), e);
    }
  }
}
