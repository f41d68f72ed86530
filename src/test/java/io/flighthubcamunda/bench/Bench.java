package io.flighthubcamunda.bench;

import io.flighthubcamunda.local.LocalEngineException;
import io.flighthubcamunda.local.MavenChild;

/**
 * Runs one benchmark, prints its table and goals, and writes both to a file. A goal that is not met
 * is a result, not a failure: the status is 0, and 1 only where nothing could be measured.
 */
public final class Bench {

  private Bench() {}

  public static void main(String[] args) {
    MavenChild.stopWithMaven();
    int status;
    try {
      run(BenchSettings.from(System.getProperties()));
      status = 0;
    } catch (BenchException | LocalEngineException e) {
      System.err.println(e.getMessage());
      status = 1;
    }
    System.exit(status);
  }

  private static void run(BenchSettings settings) {
    var benchmark = Benchmarks.named(settings.name());
    var machine = MachineFacts.read();
    var report = benchmark.create().run(settings, System.out::println);
    var file = settings.directory().resolve(benchmark.label() + ".json");
    ReportFile.write(file, settings, machine, report);
    System.out.println();
    report.table().lines().forEach(System.out::println);
    System.out.println();
    report.remarks().forEach(System.out::println);
    System.out.printf(
        "Machine: %d x %s, %s, Java: %s; load before: %s.%n%n",
        machine.processors(),
        machine.processor(),
        machine.system(),
        machine.java(),
        machine.load());
    report.goals().forEach(goal -> System.out.println(goal.line()));
    System.out.println("Written: " + file);
  }
}
