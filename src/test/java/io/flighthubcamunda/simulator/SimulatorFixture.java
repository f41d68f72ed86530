package io.flighthubcamunda.simulator;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;

/** A simulator on a clock of its own, closed after each test. */
abstract class SimulatorFixture {

  final TestClock clock = new TestClock();
  Simulator simulator;
  TestApi api;

  void start(UnaryOperator<SimulatorSettings> settings) {
    simulator = Simulator.start(settings.apply(SimulatorSettings.defaults().withClock(clock)));
    api = new TestApi(simulator);
  }

  void start() {
    start(UnaryOperator.identity());
  }

  @AfterEach
  void close() {
    if (simulator != null) {
      simulator.close();
    }
  }
}
