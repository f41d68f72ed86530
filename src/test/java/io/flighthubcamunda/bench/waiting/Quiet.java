package io.flighthubcamunda.bench.waiting;

import static org.awaitility.Awaitility.await;

import io.flighthubcamunda.local.RealBroker;
import io.flighthubcamunda.local.WorkerProcess;
import io.flighthubcamunda.simulator.Simulator;
import java.time.Duration;

/**
 * What was used while nothing happened.
 *
 * @param worker percent of one processor
 * @param broker percent of one processor
 * @param memoryBefore resident memory of the worker, megabytes
 * @param memoryAfter the same at the end
 * @param callsPerMinute to FlightHub
 */
record Quiet(
    double worker, double broker, int memoryBefore, int memoryAfter, double callsPerMinute) {

  static Quiet watch(
      Duration length, WorkerProcess worker, RealBroker broker, Simulator simulator) {
    var workerBefore = worker.cpu();
    var brokerBefore = broker.cpu();
    var callsBefore = calls(simulator);
    var memoryBefore = worker.residentMegabytes();
    var start = System.nanoTime();
    await().pollDelay(length).atMost(length.plusSeconds(30)).until(() -> true);
    var seconds = (System.nanoTime() - start) / 1e9;
    return new Quiet(
        percent(worker.cpu().minus(workerBefore), seconds),
        percent(broker.cpu().minus(brokerBefore), seconds),
        memoryBefore,
        worker.residentMegabytes(),
        (calls(simulator) - callsBefore) * 60 / seconds);
  }

  private static double percent(Duration cpu, double seconds) {
    return cpu.toMillis() / 10.0 / seconds;
  }

  private static int calls(Simulator simulator) {
    return simulator.flightHub().calls().values().stream().mapToInt(Integer::intValue).sum();
  }
}
