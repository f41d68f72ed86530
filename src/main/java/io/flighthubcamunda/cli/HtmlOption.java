package io.flighthubcamunda.cli;

import io.flighthubcamunda.result.ResultException;
import io.flighthubcamunda.result.WholeFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The option {@code --html}: a page to look at. */
final class HtmlOption {

  @Option(
      names = "--html",
      paramLabel = "FILE",
      converter = OutputFile.class,
      description =
          "Write a page about the set to this file too: map, ground sampling distance, overlap,"
              + " time line, suspicious photographs. It opens from the disk and asks for nothing.")
  private Path file;

  boolean wanted() {
    return file != null;
  }

  /**
   * Writes the page, if it was asked for. What goes wrong is a warning: the check is done by then.
   *
   * @param page takes some seconds to make
   */
  void write(Supplier<byte[]> page, PrintWriter err) {
    if (!wanted()) {
      return;
    }
    try {
      WholeFile.write(file, page.get());
    } catch (ResultException e) {
      err.println("Warning: " + e.getMessage());
    }
  }
}
