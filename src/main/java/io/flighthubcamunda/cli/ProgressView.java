package io.flighthubcamunda.cli;

import java.io.PrintStream;

/** Shows a {@link ReconstructionProgress} as it moves. */
public interface ProgressView extends AutoCloseable {

  void show(ReconstructionProgress progress);

  @Override
  void close();

  /**
   * Bars on a terminal; a line for each change elsewhere, such as in a log file.
   *
   * @param unit of the upload: its name and how much one is
   */
  static ProgressView on(PrintStream out, String unit, long unitSize) {
    // The JDK's own console exists only on a terminal; the one that JDK 22 prefers always does.
    System.setProperty("jdk.console", "java.base");
    return System.console() != null
        ? new ProgressBars(out, unit, unitSize)
        : new ProgressLines(out);
  }
}
