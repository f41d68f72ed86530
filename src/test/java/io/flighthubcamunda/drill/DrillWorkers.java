package io.flighthubcamunda.drill;

import io.flighthubcamunda.local.WorkerLaunch;
import io.flighthubcamunda.local.WorkerProcess;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Two workers as real processes, each of which can be killed and replaced. */
final class DrillWorkers implements AutoCloseable {

  private final WorkerLaunch launch;
  private final Path logs;
  private final WorkerProcess[] workers = new WorkerProcess[2];
  private int begun;

  /**
   * @param logs takes what they print, one file a process
   */
  DrillWorkers(WorkerLaunch launch, Path logs) {
    this.launch = launch;
    this.logs = logs;
    for (int i = 0; i < workers.length; i++) {
      workers[i] = begin();
    }
  }

  int count() {
    return workers.length;
  }

  DrillWorkers awaitReady() {
    Stream.of(workers).forEach(WorkerProcess::awaitReady);
    return this;
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
