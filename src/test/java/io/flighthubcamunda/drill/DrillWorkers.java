package io.flighthubcamunda.drill;

import io.flighthubcamunda.local.LocalEngineException;
import io.flighthubcamunda.local.WorkerLaunch;
import io.flighthubcamunda.local.WorkerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two workers as real processes, each of which can be killed and replaced. One that ends by itself,
 * because the engine was not there when it started, is started again, as by a service manager.
 */
final class DrillWorkers implements AutoCloseable {

  private static final int MOST_STARTS = 5;
  private static final List<String> PAGES = List.of("prometheus", "health");

  private final WorkerLaunch launch;
  private final Path logs;
  private final WorkerProcess[] workers = new WorkerProcess[2];
  private int begun;
  private int pages;

  /**
   * @param logs takes what they print, one file a process
   */
  DrillWorkers(WorkerLaunch launch, Path logs) {
    this.launch = launch.with("management.server.port=0");
    this.logs = logs;
    for (int i = 0; i < workers.length; i++) {
      workers[i] = begin();
    }
  }

  int count() {
    return workers.length;
  }

  /**
   * @throws LocalEngineException when one ends again and again
   */
  void awaitReady() {
    for (int i = 0; i < workers.length; i++) {
      awaitReady(i, MOST_STARTS);
    }
  }

  private void awaitReady(int index, int starts) {
    try {
      workers[index].awaitReady();
    } catch (LocalEngineException e) {
      if (starts == 1) {
        throw e;
      }
      workers[index] = begin();
      awaitReady(index, starts - 1);
    }
  }

  /** Starts those again that ended. */
  void lookAfter() {
    for (int i = 0; i < workers.length; i++) {
      if (!workers[i].isAlive()) {
        workers[i] = begin();
      }
    }
  }

  /**
   * Keeps beside the logs what they tell an operator's tools.
   *
   * @return how many pages
   */
  int keepPages() {
    int kept = 0;
    for (var worker : workers) {
      var management = worker.management();
      if (worker.isAlive() && management.isPresent()) {
        for (var page : PAGES) {
          write(
              logs.resolve("page-%d-%s.txt".formatted(++pages, page)),
              management.get().get("/actuator/" + page).body());
          kept++;
        }
      }
    }
    return kept;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL; a new process takes its place as soon as it is up. */
  void kill(int index) {
    workers[index].kill();
    workers[index] = begin();
  }

  private WorkerProcess begin() {
    return launch.start(logs.resolve("worker-%d.log".formatted(++begun)));
  }

  @Override
  public void close() {
    Stream.of(workers).forEach(WorkerProcess::close);
  }
}
