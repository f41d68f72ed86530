package io.flighthubcamunda.bench;

import java.util.function.Consumer;

/** Measures one thing that the product promises. */
@FunctionalInterface
public interface Benchmark {

  /**
   * @param say hears one line of progress at a time
   * @throws BenchException with one sentence when it could not be measured at all
   */
  Report run(BenchSettings settings, Consumer<String> say);
}
