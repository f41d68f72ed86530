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
    // Attached means that both input and output are a terminal.
    var console = System.console();
    return console != null && console.isTerminal()
        ? new ProgressBars(out, unit, unitSize)
        : new ProgressLines(out);
  }
}
