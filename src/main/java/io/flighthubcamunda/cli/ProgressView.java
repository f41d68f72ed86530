package io.flighthubcamunda.cli;

import java.io.PrintStream;

/** Shows a {@link ReconstructionProgress} as it moves. */
public interface ProgressView extends AutoCloseable {

  void show(ReconstructionProgress progress);

  @Override
  void close();

  /** Bars on a terminal; a line for each change elsewhere, such as in a log file. */
  static ProgressView on(PrintStream out) {
    return isTerminal() ? new ProgressBars(out) : new ProgressLines(out);
  }

  /** Whether a person watches. */
  static boolean isTerminal() {
    // The JDK's own console exists only on a terminal; the one that JDK 22 prefers always does.
    System.setProperty("jdk.console", "java.base");
    return System.console() != null;
  }
}
