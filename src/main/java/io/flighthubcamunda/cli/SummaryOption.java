package io.flighthubcamunda.cli;

import io.flighthubcamunda.result.WholeFile;
import io.flighthubcamunda.worker.survey.SummaryFormat;
import io.flighthubcamunda.worker.survey.SummaryReport;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option {@code --summary}: where this machine is to have the summary too. */
final class SummaryOption {

  @Option(
      names = "--summary",
      paramLabel = "FILE",
      converter = Converter.class,
      description =
          "Write the summary to this file too; its name ends in .csv or .json. The workers write"
              + " both into the result folder anyway.")
  private Path file;

  /**
   * @throws io.flighthubcamunda.result.ResultException when it cannot be written
   */
  void write(SummaryReport report) {
    if (file != null) {
      WholeFile.write(file, SummaryFormat.of(file).orElseThrow().bytes(report));
    }
  }

  /** Days lie between the start and the writing, so a wrong name is better heard of at once. */
  static final class Converter implements ITypeConverter<Path> {

    @Override
    public Path convert(String text) {
      var file = new OutputFile().convert(text);
      if (SummaryFormat.of(file).isEmpty()) {
        throw new TypeConversionException(
            "'%s' does not tell the format: end the name in .csv or .json.".formatted(text));
      }
      return file;
    }
  }
}
