package io.flighthubcamunda.bench.orchestration;

import io.flighthubcamunda.bench.BenchException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/**
 * Gives the engine one half of the processors and all else the other half, as if each had a machine
 * of its own: in production neither FlightHub nor its store takes an engine's processors away.
 * Needs {@code taskset} of util-linux, which every Debian has, and two processors.
 */
final class Processors implements AutoCloseable {

  private static final int COUNT = Runtime.getRuntime().availableProcessors();

  private Processors() {}

  /**
   * To be called when the engine is this process's only child; what is started later is no part of
   * it.
   */
  static Processors keepApart() {
    ProcessHandle.current().descendants().forEach(engine -> bind(engine, 0, COUNT / 2 - 1));
    bind(ProcessHandle.current(), COUNT / 2, COUNT - 1);
    return new Processors();
  }

  static boolean canBeKeptApart() {
    return COUNT > 1 && run("taskset", "--version");
  }

  private static void bind(ProcessHandle process, int first, int last) {
    if (!run("taskset", "-a", "-c", "-p", first + "-" + last, String.valueOf(process.pid()))) {
      throw new BenchException(
          "taskset could not bind process %d to processors %d to %d."
              .formatted(process.pid(), first, last));
    }
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted", e);
    }
  }

  /** The engine keeps its half; it ends soon. */
  @Override
  public void close() {
    bind(ProcessHandle.current(), 0, COUNT - 1);
  }
}
