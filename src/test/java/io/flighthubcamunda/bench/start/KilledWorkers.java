package io.flighthubcamunda.bench.start;

import io.flighthubcamunda.local.WorkerLaunch;
import io.flighthubcamunda.local.WorkerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Two workers as real processes. While starts are in hand, one of them is killed without warning,
 * again and again; the other goes on, and a new one takes the place.
 */
final class KilledWorkers implements AutoCloseable {

  private static final Pattern QUESTION =
      Pattern.compile("Start needs an operator: (.*resource ([0-9a-f-]{36}).*)");

  private final TrialField field;
  private final WorkerLaunch command;
  private final Path logs;
  private final Pace pace;
  private final Random random;
  private final WorkerProcess[] workers = new WorkerProcess[2];
  private final Map<Path, Integer> read = new HashMap<>();
  private final List<Path> written = new ArrayList<>();
  private int begun;

  KilledWorkers(URI engine, TrialField field, Path directory, Pace pace, long seed) {
    this.field = field;
    this.logs = directory;
    this.pace = pace;
    this.random = new Random(seed);
    this.command =
        WorkerLaunch.of(engine, field.simulator(), directory, directory)
            .hurried()
            .with(Gates.settings(pace).toArray(String[]::new));
  }

  void run(List<Trial> trials, int kills, Consumer<String> say) {
    for (int i = 0; i < workers.length; i++) {
      workers[i] = begin();
    }
    for (var worker : workers) {
      worker.awaitReady();
    }
    for (int kill = 0; kill < kills; kill++) {
      var end = trials.size() * (kill + 1) / kills;
      trials.subList(trials.size() * kill / kills, end).forEach(field::begin);
      var victim = random.nextInt(workers.length);
      pause(Pace.share(pace.requestTimeout(), random.nextDouble(0.0, 1.2)));
      workers[victim].kill();
      workers[victim] = begin();
      var patience = pace.jobTimeout().multipliedBy(5);
      field.await(
          patience,
          () -> {
            passQuestionsOn();
            return field.unsettled() == 0;
          });
      workers[victim].awaitReady();
      say.accept("Killed %d workers, %d starts were in hand".formatted(kill + 1, end));
    }
  }

  private WorkerProcess begin() {
    var log = logs.resolve("worker-%d.log".formatted(++begun));
    written.add(log);
    return command.start(log);
  }

  /** Processes tell in their logs what they tell the engine; only an exporter could ask that. */
  private void passQuestionsOn() {
    for (var log : written) {
      var text = text(log);
      var lines = QUESTION.matcher(text.substring(read.getOrDefault(log, 0)));
      while (lines.find()) {
        field.operatorNeeded(lines.group(2), lines.group(1));
      }
      // A line may not be complete yet.
      read.put(log, text.lastIndexOf('\n') + 1);
    }
  }

  private static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    for (var worker : workers) {
      if (worker != null) {
        worker.close();
      }
    }
  }
}
