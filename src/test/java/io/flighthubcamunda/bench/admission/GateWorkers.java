package io.flighthubcamunda.bench.admission;

import io.flighthubcamunda.local.WorkerLaunch;
import io.flighthubcamunda.local.WorkerProcess;
import io.flighthubcamunda.simulator.Simulator;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Worker processes side by side, as in production. */
final class GateWorkers implements AutoCloseable {

  /**
   * One by one, those of other measurements too: together they would keep small machines too busy
   * to deploy in time, and those that are measured already too busy to start.
   */
  private static final Lock STARTING = new ReentrantLock(true);

  private final List<WorkerProcess> processes = new ArrayList<>();

  /**
   * @param directory takes logs
   * @param settings properties of the product, each as {@code name=value}
   */
  static GateWorkers start(
      int count, URI engine, Simulator simulator, Path directory, List<String> settings) {
    var workers = new GateWorkers();
    var command =
        WorkerLaunch.of(engine, simulator, directory, directory)
            .java("-Xmx128m", "-XX:TieredStopAtLevel=1")
            .with("camunda.client.request-timeout=1m")
            .with(settings.toArray(String[]::new));
    try {
      for (int i = 1; i <= count; i++) {
        STARTING.lock();
        try {
          workers.processes.add(
              command.start(directory.resolve("worker-%d.log".formatted(i))).awaitReady());
        } finally {
          STARTING.unlock();
        }
      }
      return workers;
    } catch (RuntimeException e) {
      workers.close();
      throw e;
    }
  }

  /** All of them, also when the benchmark breaks off and its threads are interrupted. */
  @Override
  public void close() {
    var interrupted = Thread.interrupted();
    processes.forEach(WorkerProcess::close);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
