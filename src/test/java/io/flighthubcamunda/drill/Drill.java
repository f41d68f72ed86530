package io.flighthubcamunda.drill;

import io.flighthubcamunda.local.RealBroker;
import io.flighthubcamunda.secrets.SecretScan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A whole drill: a broker, some rounds on it, and what was found. */
final class Drill {

  private final DrillSettings settings;
  private final Consumer<String> say;
  private final Findings findings = new Findings();
  private final DrillReport report;

  Drill(DrillSettings settings, Consumer<String> say) {
    this.settings = settings;
    this.say = say;
    this.report = new DrillReport(settings);
  }

  Findings findings() {
    return findings;
  }

  DrillReport report() {
    return report;
  }

  void run() {
    var directory = emptied(settings.directory().toAbsolutePath());
    var images = created(directory.resolve("images"));
    var records = directory.resolve("records.jsonl");
    var pace = DrillPace.of(settings.hurry());
    var plan = new DrillPlan(settings.seed(), images).draw(settings.instances());
    var secrets = new HashSet<String>();
    Path brokerHome;
    try (var broker = RealBroker.startThatWrites(settings.camunda(), records, say);
        var engine = new Engine(broker.grpcAddress())) {
      var site =
          new RoundRun.Site(
              broker,
              engine,
              new EngineStory(new RecordTail(records)),
              settings,
              images,
              created(directory.resolve("results")),
              directory.resolve("logs"),
              say);
      brokerHome = broker.home();
      engine.deployHurriedTables();
      for (int number = 1; number <= settings.rounds(); number++) {
        var from = plan.size() * (number - 1) / settings.rounds();
        var to = plan.size() * number / settings.rounds();
        created(directory.resolve("logs").resolve("round-" + number));
        try (var run = new RoundRun(Round.of(number, pace), pace, site)) {
          run.run(plan.subList(from, to));
          var checks = new RoundChecks(run, site.story(), findings);
          checks.atRest();
          report.atRest(run, site.story());
          if (run.keepPages() == 0) {
            findings.add(Check.SECRET, "Round %d: no worker showed its metrics.", number);
          }
          run.letAPersonAct();
          checks.atTheEnd();
          report.atTheEnd(run, site.story());
          secrets.addAll(run.flightHub().simulator().issuedSecrets());
        }
      }
    }
    for (var event : Outside.Event.values()) {
      if (!report.troubles().containsKey(Outside.PREFIX + event.label())) {
        findings.add(Check.DRILLED, "No %s.", event.label());
      }
    }
    say.accept("Looking for %d secrets".formatted(secrets.size()));
    // When nothing writes any more.
    lookFor(secrets, List.of(directory, brokerHome, settings.camunda().resolve("logs")));
    report.write(findings, directory.resolve("report.json"));
  }

  /** In records, results, logs and pages of workers, logs of brokers, and the engine's data. */
  private void lookFor(Set<String> secrets, List<Path> folders) {
    var scan = SecretScan.lookingFor(secrets);
    for (var folder : folders) {
      scan.files(folder);
      if (scan.scannedBytes().getOrDefault(folder.toString(), 0L) == 0) {
        findings.add(Check.SECRET, "Nothing was there to look at in %s.", folder);
      }
    }
    scan.leaks()
        .forEach(leak -> findings.add(Check.SECRET, "%s: %s", leak.source(), leak.around()));
  }

  private static Path created(Path folder) {
    try {
      return Files.createDirectories(folder).toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path emptied(Path folder) {
    if (Files.exists(folder)) {
      try (var tree = Files.walk(folder)) {
        for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return created(folder);
  }
}
